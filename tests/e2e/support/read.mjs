// What stands on the pages, read as a person reads it: by headings and lists.

/** The entries of the ledger: the day they stand under, and their text. */
export function ledger(page) {
  return page.getByRole('main').evaluate((main) => {
    const entries = [];
    for (const heading of main.querySelectorAll('h3')) {
      const list = heading.closest('div:has(ul)').querySelector('ul');
      for (const item of list.children) {
        const parts = [...item.querySelectorAll('p, span:not(:has(*))')].map((part) => part.textContent.trim());
        entries.push({ day: heading.textContent, parts, text: item.textContent });
      }
    }
    return entries;
  });
}

/** The text of the section under a heading. */
export const section = (page, heading) =>
  page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Names and values of a list of pairs. */
export function pairs(locator) {
  return locator.locator('dl').evaluate((list) =>
    Object.fromEntries(
      [...list.querySelectorAll('dt')].map((name) => [
        name.firstChild.textContent.trim(),
        name.nextElementSibling.textContent.trim(),
      ]),
    ),
  );
}
