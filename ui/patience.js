/**
 * A signal that gives up after `ms`, for one request: `AbortSignal.timeout`, which Chrome has since
 * 103 only.
 * @param {number} ms
 */
export function patience(ms) {
  const giving = new AbortController();
  setTimeout(() => giving.abort(), ms);
  return giving.signal;
}
