import type { ReactNode } from 'react';
import { TopBar } from '../app/TopBar';
import { mainId } from '../app/focus';

/** The frame of a live page that has nothing live to show: it is loading, refused or over. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <TopBar />
      <main id={mainId} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
