// What a page looks like on paper.

/** The page as a PDF, and how many sheets it takes. */
export async function printed(page) {
  // The sheet's size and margins are the page's own.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? [];
  return { pdf, sheets: sheets.length };
}
