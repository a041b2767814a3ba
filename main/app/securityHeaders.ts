/**
 * The one script that stands in renderer/index.html itself: it loads the page again when the application's
 * own scripts did not arrive, because a browser gives up all requests under way when a network interface
 * comes up. It has to be there before anything can be lost.
 */
const reloaderHash = 'sha256-hTkrfW4tMsatX2ZXCqctNjuSDrjFJhXK83LyTBhidy8=';

/**
 * The content security policy of the renderer, in both hosts. Everything comes from the application's
 * own files. Styles may be inline, since Mantine, CodeMirror and xterm write style elements; images may
 * be data, since the RFB client paints the guest's JPEG and PNG rectangles from data addresses.
 * The connect-src 'self' covers WebSockets to the same host and port.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' '${reloaderHash}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'",
].join('; ');

/** Features of the browser that the renderer never uses. The clipboard is left to the user's choice. */
const permissionsPolicy = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Sent with every answer of the web host and every file of Electron's scheme. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
