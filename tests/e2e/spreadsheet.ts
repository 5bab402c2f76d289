import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { type Page } from "@playwright/test";

import { given } from "./programs";

/** A cell as a spreadsheet has it. */
export interface Cell {
  /** What is seen. */
  text: string;
  /** `string`, `float`, `date` … */
  type: string;
  value: string | null;
}

/** How LibreOffice reads a table: separated by commas, quoted, UTF-8 … */
const AS_IT_COMES = "CSV:44,34,76,1";
/** … and with all that it can be told to do: times, dates and fractions found in American words, and formulas run. */
const GUESSING = "CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true";

/** Opens tables in LibreOffice, in both ways, and gives back the rows of each. What would run or reach out is an error. */
export async function opened(page: Page, tables: string[], folder: string): Promise<Cell[][][]> {
  const sheets: Cell[][][] = [];
  for (const [way, filter] of Object.entries({ asItComes: AS_IT_COMES, guessing: GUESSING })) {
    const out = path.join(folder, way);
    mkdirSync(out, { recursive: true });
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    execFileSync(given("TAUMAHI_OFFICE"), [profile, "--headless", `--infilter=${filter}`, "--convert-to", "fods", "--outdir", out, ...tables], { stdio: "ignore" });
    for (const table of tables) {
      const sheet = readFileSync(path.join(out, `${path.basename(table, ".csv")}.fods`), "utf8");
      sheets.push(await page.evaluate(read, sheet));
    }
  }
  return sheets;
}

/** Reads a flat OpenDocument sheet. */
function read(fods: string): Cell[][] {
  const document = new DOMParser().parseFromString(fods, "text/xml");
  const [sheet, ...others] = document.getElementsByTagName("table:table");
  if (!sheet || others.length > 0) throw new Error("no sheet, or several");
  for (const element of document.querySelectorAll("*")) {
    const reachesOut = /^(text:a|office:dde-source|table:(dde-links?|table-source|cell-range-source)|draw:object.*|script:event-listener)$/;
    if (element.hasAttribute("table:formula") || reachesOut.test(element.nodeName)) throw new Error(element.outerHTML);
  }
  const seen = (node: Node): string => {
    if (node.nodeName === "text:s") return " ".repeat(Number((node as Element).getAttribute("text:c") ?? 1));
    if (node.nodeName === "text:tab") return "\t";
    return node.nodeType === Node.TEXT_NODE ? node.textContent! : Array.from(node.childNodes, seen).join("");
  };
  return Array.from(sheet.getElementsByTagName("table:table-row"), (row) =>
    Array.from(row.getElementsByTagName("table:table-cell")).flatMap((cell) => {
      const paragraphs = Array.from(cell.getElementsByTagName("text:p"), seen);
      const type = cell.getAttribute("office:value-type") ?? "";
      const value = cell.getAttribute("office:value") ?? cell.getAttribute("office:date-value");
      const repeated = Number(cell.getAttribute("table:number-columns-repeated") ?? 1);
      return Array<Cell>(Math.min(repeated, 50)).fill({ text: paragraphs.join("\n"), type, value });
    }),
  );
}
