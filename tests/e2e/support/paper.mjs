// What a page looks like on paper.
import { inflateSync } from 'node:zlib';

/** Three quarters of a point are a pixel of the page. */
const PIXEL = 0.75;

/**
 * How large a sheet is drawn: 1 as the page says, less where something was too
 * wide for the paper and the browser has made everything smaller. A sheet's
 * content begins with the scale of the sheet and that of the page on it.
 */
function scaleOf(pdf) {
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    const start = pdf.indexOf('\n', at) + 1;
    let content = '';
    try {
      content = inflateSync(pdf.subarray(start)).toString('latin1');
    } catch {
      continue;
    }
    const scales = [...content.matchAll(/([\d.]+) 0 0 -?[\d.]+ [\d.]+ [\d.]+ cm/g)].slice(0, 2);
    if (scales.length === 2) return (Number(scales[0][1]) * Number(scales[1][1])) / PIXEL;
  }
  return null;
}

/** The page as a PDF, how many sheets it takes, and how large they are drawn. */
export async function printed(page) {
  // The sheet's size and margins are the page's own.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? [];
  return { pdf, sheets: sheets.length, scale: scaleOf(pdf) };
}
