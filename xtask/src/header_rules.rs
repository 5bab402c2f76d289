//! The `_headers` file: what a host says with each file.
//!
//! Netlify and Cloudflare Pages agree on this part of their syntax: a path on a line of its own, with at most one
//! `*` that stands for anything; under it, indented, `Name: value` lines; comments start with `#`.

use axum::http::{HeaderName, HeaderValue};

/// The rules of a `_headers` file.
#[derive(Clone, Debug, Default)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Clone, Debug)]
struct Rule {
    pattern: Pattern,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Clone, Debug)]
enum Pattern {
    Exactly(String),
    Around { start: String, end: String },
}

/// A line of a `_headers` file that hosts would not understand.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct HeaderRuleError {
    line: usize,
    problem: &'static str,
}

/// Two rules set one header for one address; hosts disagree about what that means.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than one rule sets {header} for {path}. Hosts disagree about which of them counts")]
pub struct Conflict {
    header: HeaderName,
    path: String,
}

impl HeaderRules {
    /// Reads the text of a `_headers` file.
    pub fn parse(text: &str) -> Result<Self, HeaderRuleError> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let fail = |problem| HeaderRuleError { line: index + 1, problem };
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                let pattern = Pattern::parse(content).map_err(fail)?;
                rules.push(Rule { pattern, headers: Vec::new() });
                continue;
            }
            let rule = rules.last_mut().ok_or(fail("a header stands before the first path"))?;
            rule.headers.push(header(content).map_err(fail)?);
        }
        Ok(Self(rules))
    }

    /// What a host says with the file at a path, such as `/desk/`.
    pub fn headers_for(&self, path: &str) -> Result<Vec<(HeaderName, HeaderValue)>, Conflict> {
        let mut headers: Vec<(HeaderName, HeaderValue)> = Vec::new();
        for rule in self.0.iter().filter(|rule| rule.pattern.matches(path)) {
            for (name, value) in &rule.headers {
                if headers.iter().any(|(set, _)| set == name) {
                    return Err(Conflict { header: name.clone(), path: path.to_owned() });
                }
                headers.push((name.clone(), value.clone()));
            }
        }
        Ok(headers)
    }
}

impl Pattern {
    fn parse(text: &str) -> Result<Self, &'static str> {
        if !text.starts_with('/') {
            return Err("a path starts with `/`; a header is indented");
        }
        match text.split_once('*') {
            None => Ok(Self::Exactly(text.to_owned())),
            Some((_, end)) if end.contains('*') => Err("a path has at most one `*`"),
            Some((start, end)) => Ok(Self::Around { start: start.to_owned(), end: end.to_owned() }),
        }
    }

    fn matches(&self, path: &str) -> bool {
        match self {
            Self::Exactly(exact) => path == exact,
            Self::Around { start, end } => {
                path.strip_prefix(start.as_str()).is_some_and(|rest| rest.ends_with(end))
            }
        }
    }
}

fn header(line: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let (name, value) = line.split_once(':').ok_or("a header is `Name: value`")?;
    Ok((
        name.trim().parse().map_err(|_| "this is not a header's name")?,
        value.trim().parse().map_err(|_| "this is not a header's value")?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "# All\n/*\n  X-One: 1\n  Policy: a 'b'; c: d\n\n/app/*.js\n\tCache-Control: immutable\n/\n  X-Two: 2\n";

    fn names(path: &str) -> Vec<String> {
        let rules = HeaderRules::parse(RULES).unwrap();
        rules.headers_for(path).unwrap().iter().map(|(name, _)| name.to_string()).collect()
    }

    #[test]
    fn a_star_stands_for_anything() {
        assert_eq!(names("/app/deep/home.js"), ["x-one", "policy", "cache-control"]);
        assert_eq!(names("/app/home.css"), ["x-one", "policy"]);
    }

    #[test]
    fn a_path_without_a_star_is_meant_exactly() {
        assert_eq!(names("/"), ["x-one", "policy", "x-two"]);
    }

    #[test]
    fn a_value_keeps_its_colons() {
        let headers = HeaderRules::parse(RULES).unwrap().headers_for("/a").unwrap();
        assert_eq!(headers[1].1, "a 'b'; c: d");
    }

    #[test]
    fn mistakes_name_their_line() {
        let problem = |text| HeaderRules::parse(text).unwrap_err().to_string();
        assert_eq!(problem("  X-One: 1"), "line 1: a header stands before the first path");
        assert_eq!(problem("/a\n  X-One 1"), "line 2: a header is `Name: value`");
        assert_eq!(problem("/a\nX-One: 1"), "line 2: a path starts with `/`; a header is indented");
        assert_eq!(problem("/*/*"), "line 1: a path has at most one `*`");
    }

    #[test]
    fn two_rules_for_one_header_are_refused() {
        let rules = HeaderRules::parse("/*\n  A: 1\n/b\n  A: 2").unwrap();
        assert!(rules.headers_for("/a").is_ok());
        assert_eq!(
            rules.headers_for("/b").unwrap_err().to_string(),
            "more than one rule sets a for /b. Hosts disagree about which of them counts"
        );
    }
}
