import { deflateSync } from "node:zlib";

import { MONDAY, addChild } from "./homework";
import { expect, test } from "./watched";

// Homework that came by a link.

test("homework of the class that comes by a link is named as it will be opened", async ({ page, baseURL }) => {
  await page.clock.setFixedTime(MONDAY);
  const read = async (name: string) => (await page.request.get(new URL(`assignments/${name}`, baseURL).href)).json();
  const { assignments } = await read("index.json");
  const { id, hash, title } = assignments.find((head: { id: string }) => head.id === "doubling-game");
  const document = await read(`${id}.${hash}.json`);
  document.head = { ...document.head, hash: "0000000000000000", title: "Doubling, as it was last year" };
  await page.goto("");
  await addChild(page, "Sione", "boat");
  await page.goto(`#/open/${deflateSync(JSON.stringify({ taumahi: 1, document })).toString("base64url")}`);
  await expect(page.getByText("Who is doing this?")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.getByRole("button", { name: "Sione" }).click();
  await expect(page.getByText("Who is doing this?")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("an address that is only for the desk's window is a broken link elsewhere, and what is kept stays here", async ({ page, baseURL }) => {
  const { assignments } = await (await page.request.get(new URL("assignments/index.json", baseURL).href)).json();
  const { id, hash } = assignments[0];
  const document = await (await page.request.get(new URL(`assignments/${id}.${hash}.json`, baseURL).href)).json();
  const shared = { taumahi: 1, document, look: { child: "00c0ffee00c0ffee", name: "Sione" } };
  await page.goto(`#/look/${deflateSync(JSON.stringify(shared)).toString("base64url")}`);
  await expect(page.getByText("This link is not whole")).toBeVisible();
  await page.goto("#/");
  await addChild(page, "Sione", "boat");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
});
