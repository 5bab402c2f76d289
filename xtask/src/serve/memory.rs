//! A folder of files in memory, each also compressed, for [`ServeDir`](tower_http::services::ServeDir) to serve.

use std::collections::HashMap;
use std::future::{Ready, ready};
use std::io::{self, Cursor, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use axum::body::Bytes;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, File, Metadata};

/// Files and folders by their path from the root of the address.
#[derive(Clone, Default)]
pub struct Memory(Arc<HashMap<PathBuf, Entry>>);

/// What lies at a path.
#[derive(Clone)]
pub enum Entry {
    /// A folder.
    Folder,
    /// A file.
    File {
        /// Its bytes.
        content: Bytes,
        /// When it was last changed.
        modified: SystemTime,
    },
}

impl Memory {
    /// Puts files into memory.
    pub fn new(files: impl IntoIterator<Item = (PathBuf, Vec<u8>, SystemTime)>) -> Self {
        let mut entries = HashMap::new();
        for (path, content, modified) in files {
            for folder in path.ancestors().skip(1) {
                entries.insert(folder.to_owned(), Entry::Folder);
            }
            entries.insert(path, Entry::File { content: content.into(), modified });
        }
        Self(Arc::new(entries))
    }

    /// The content of a file.
    pub fn content(&self, path: &Path) -> Option<Bytes> {
        match self.0.get(path)? {
            Entry::File { content, .. } => Some(content.clone()),
            Entry::Folder => None,
        }
    }

    /// `ServeDir` asks for paths from the current folder: `./desk/index.html`.
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let path = path.strip_prefix(".").unwrap_or(path);
        self.0.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Backend for Memory {
    type File = Opened;
    type Metadata = Entry;
    type OpenFuture = Ready<io::Result<Opened>>;
    type MetadataFuture = Ready<io::Result<Entry>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        ready(self.entry(&path).and_then(|entry| match &entry {
            Entry::File { content, .. } => Ok(Opened { reader: Cursor::new(content.clone()), entry }),
            Entry::Folder => Err(io::ErrorKind::NotFound.into()),
        }))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        ready(self.entry(&path))
    }
}

impl Metadata for Entry {
    fn is_dir(&self) -> bool {
        matches!(self, Self::Folder)
    }

    fn modified(&self) -> io::Result<SystemTime> {
        match self {
            Self::File { modified, .. } => Ok(*modified),
            Self::Folder => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn len(&self) -> u64 {
        match self {
            Self::File { content, .. } => content.len() as u64,
            Self::Folder => 0,
        }
    }
}

/// A file that is being sent.
pub struct Opened {
    reader: Cursor<Bytes>,
    entry: Entry,
}

impl File for Opened {
    type Metadata = Entry;
    type MetadataFuture<'a> = Ready<io::Result<Entry>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(self.entry.clone()))
    }
}

impl AsyncRead for Opened {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.reader).poll_read(cx, buf)
    }
}

impl AsyncSeek for Opened {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.reader).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.reader).poll_complete(cx)
    }
}
