import 'react';

declare module 'react' {
  /** Style sheets take figures from components as custom properties. */
  interface CSSProperties {
    [custom: `--${string}`]: string | number | undefined;
  }
}
