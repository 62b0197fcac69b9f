import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { styleNonce } from './style-nonce';
import { theme, variables } from './theme';

/** Gives everything inside our theme, light or dark as the person prefers, or always dark. */
export function Look({ dark = false, children }: { dark?: boolean; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(dark && { forceColorScheme: 'dark' as const })}
    >
      {children}
    </MantineProvider>
  );
}
