// What the pages use of zxing-wasm's reader.
export function prepareZXingModule(options: {
  overrides: { locateFile: (name: string) => string };
  fireImmediately: true;
}): Promise<unknown>;
export function readBarcodes(
  image: ImageData,
  options: { formats: string[]; tryHarder: boolean; maxNumberOfSymbols: number },
): Promise<{ isValid: boolean; text: string; format: string }[]>;
