/**
 * The word by which the server's Content-Security-Policy knows our own styles. It stands in the page (vite's
 * `html.cspNonce`); while developing there is none, and no policy.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// What Mantine uses to hold the page still behind a dialogue reads it from here (npm package get-nonce).
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
