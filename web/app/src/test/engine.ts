import axe from 'axe-core';

/** The engine reads its answers back as files; jsdom's files cannot be read as text. */
export function readableFiles(): void {
  Blob.prototype.text ??= function text(this: Blob) {
    return new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.onerror = () => failed(reader.error ?? new Error('unreadable'));
      reader.readAsText(this);
    });
  };
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
}

/** What stands against everybody using the page. Colours need a browser that paints; the journeys in Chromium check them. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}
