// Codes in what the camera sees and in pictures; loaded only when one of them
// is used. Where the browser reads codes by itself it does; elsewhere the grey
// pixels are handed on, to be read by the page.
//
// What happens is told: { state } is 'seeing', 'absent', 'refused', 'busy',
// 'unplugged' or 'unreadable'; { texts } is what was read; { grey, width } are
// pixels.

const PAUSE_MS = 150;
/** The longest side of a picture that is handed on. */
const SIDE_MAX = 1200;
const PROBLEMS = { NotAllowedError: 'refused', SecurityError: 'refused', NotReadableError: 'busy' };

let asked;

/** What of the browser reads codes, if anything does. */
async function detector() {
  if (!('BarcodeDetector' in globalThis)) return null;
  const kinds = await BarcodeDetector.getSupportedFormats().catch(() => []);
  return kinds.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
}

/** Shows what the camera sees and tells the codes in it, until the function that is given back is called. */
export function watch(video, tell) {
  let stream;
  let isOver = false;
  const stop = () => {
    isOver = true;
    if (stream) for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const see = async () => {
    if (!navigator.mediaDevices) return 'absent';
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (isOver) return stop();
    for (const track of stream.getTracks()) {
      track.onended = () => {
        stop();
        tell({ state: 'unplugged' });
      };
    }
    video.srcObject = stream;
    await video.play();
    tell({ state: 'seeing' });
    while (!isOver) {
      if (video.videoWidth) await look(video, video.videoWidth, video.videoHeight, tell);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  see()
    .catch((error) => PROBLEMS[error.name] ?? 'absent')
    .then((state) => {
      if (!state || isOver) return;
      stop();
      tell({ state });
    });
  return stop;
}

/** Tells the codes in a picture file. */
export async function read(file, tell) {
  try {
    const picture = await createImageBitmap(file);
    await look(picture, picture.width, picture.height, tell);
    picture.close();
  } catch {
    tell({ state: 'unreadable' });
  }
}

async function look(source, width, height, tell) {
  asked ??= detector();
  const own = await asked;
  if (own) {
    const found = await own.detect(source);
    tell({ texts: found.map((code) => code.rawValue) });
    return;
  }
  const shrink = Math.max(1, Math.max(width, height) / SIDE_MAX);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width / shrink));
  canvas.height = Math.max(1, Math.round(height / shrink));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const grey = new Uint8Array(data.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    // What can be seen through is light.
    const ground = 255 - data[4 * at + 3];
    grey[at] = ground + (((data[4 * at] * 77 + data[4 * at + 1] * 150 + data[4 * at + 2] * 29) >> 8) * data[4 * at + 3]) / 255;
  }
  tell({ grey, width: canvas.width });
}
