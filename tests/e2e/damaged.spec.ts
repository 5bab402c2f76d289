import { type Page } from "@playwright/test";

import { copyOfAll, openKept } from "./copies";
import { addChild, assignment, field, open, saved } from "./homework";
import { expect, test } from "./watched";

// Records that nobody can read: half of one, something of another program's, one of a version that has yet to come.

const DAMAGED = "Something that was kept here could not be read. Everything else is here.";

/** Puts records into the families' database by hand, or takes them out with `undefined`; a key is found by what it contains. */
async function spoil(page: Page, shelf: string, key: string, record: unknown): Promise<string> {
  return page.evaluate(
    async ([shelf, part, record]) => {
      const [{ name }] = await indexedDB.databases();
      const answer = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
      const database = await answer(indexedDB.open(name!));
      const transaction = database.transaction(shelf, "readwrite");
      const store = transaction.objectStore(shelf);
      const keys = (await answer(store.getAllKeys())).map(String);
      const key = keys.find((key) => key.includes(part)) ?? part;
      store.put(record, key);
      await new Promise((done) => (transaction.oncomplete = done));
      database.close();
      return key;
    },
    [shelf, key, record] as const,
  );
}

const FOREIGN: [string, unknown][] = [
  ["half a record", '{"profile":"00c0ffee'],
  ["an object of another program", { theme: "dark" }],
  ["a number", 7],
  ["an answer of a kind that is yet to come", '{"profile":"1","assignment":"a","slot":"b","value":{"smell":"sweet"},"when":1,"revision":1}'],
];

for (const [what, record] of FOREIGN) {
  test(`${what} costs one answer, is put aside when another takes its place, and is in a copy`, async ({ page }) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const [first, second] = asks.filter(({ kind }) => kind === "text");
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    await open(page, title);
    await field(page, first).fill("the first");
    await field(page, second).fill("the second");
    await saved(page);
    const work = page.url();
    const key = await spoil(page, "answers", `/${first.id}/`, record);
    await page.reload();
    await expect(page.getByText(DAMAGED)).toBeVisible();
    await expect(field(page, first)).toHaveValue("");
    await expect(field(page, second)).toHaveValue("the second");
    const written = typeof record === "string" ? record : JSON.stringify(record);
    const line = written.startsWith("{") && typeof record === "string" ? written : written.startsWith("{") ? written : JSON.stringify(written);
    const before = await copyOfAll(page);
    expect(before.text).toContain(`answers ${key} ${line}\n`);
    await expect(page.getByText("One part of what is kept here could not be read.")).toBeVisible();

    await page.goto(work);
    await field(page, first).fill("another first");
    await saved(page);
    await page.reload();
    await expect(field(page, first)).toHaveValue("another first");
    // Where it stands now nothing reads it, and nothing writes there.
    const after = await copyOfAll(page);
    expect(after.text).toContain(`answers \uffff${key} ${line}\n`);
    expect(after.text).toContain('"text":"another first"');
  });
}

test("of two children, one whose name is damaged keeps nobody from the other, and is in a copy", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  await field(page, ask).fill("Sina's words");
  await saved(page);
  const sina = new URL(page.url()).hash.split("/")[1];
  await page.goto("#/new");
  await addChild(page, "Tama", "kiwi");
  await spoil(page, "profiles", sina, "{");
  await page.goto("#/");
  await page.reload();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  await page.getByRole("link", { name: "Tama" }).click();
  await open(page, title);
  await field(page, ask).fill("Tama's words");
  await saved(page);
  const { text } = await copyOfAll(page);
  expect(text).toContain("Sina's words");
  expect(text).toContain("Tama's words");
});

test("work whose document is damaged is opened anew with its answers", async ({ page }) => {
  const { id, title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  await field(page, ask).fill("kept apart");
  await saved(page);
  await spoil(page, "works", `/${id}`, '{"profile":');
  await page.reload();
  await expect(page.getByText(DAMAGED)).toBeVisible();
  await expect(field(page, ask)).toHaveValue("kept apart");
  await field(page, ask).fill("kept apart, and more");
  await saved(page);
  await page.reload();
  await expect(field(page, ask)).toHaveValue("kept apart, and more");
  expect((await copyOfAll(page)).text).toContain('works \uffff');
});

test("a note of a newer version stays for it, and is in a copy", async ({ page }) => {
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  const note = "0193a1b2c3d4e5f7\nz{\"from\":\"a newer version\"}";
  await spoil(page, "journal", "0193a1b2c3d4e5f7/", note);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
  await openKept(page);
  expect((await copyOfAll(page)).text).toContain(`journal 0193a1b2c3d4e5f7/ ${JSON.stringify(note)}\n`);
});
