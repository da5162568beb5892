/**
 * The pages' content security policy: nothing but the application's own files, no `eval`, no network, no frames.
 *
 * Styles come from files. The nonce is for the two small style elements that React Aria adds by script (touch behaviour
 * of pressable and scroll-locked elements); it takes it from the page's `csp-nonce`. Style attributes in HTML stay
 * forbidden: React and ProseMirror set styles through the object model, which the policy does not touch.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
