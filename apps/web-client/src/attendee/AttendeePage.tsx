import { TopBar } from '../app/TopBar';
import { mainId } from '../app/focus';

export function AttendeePage() {
  return (
    <>
      <TopBar />
      <main id={mainId} tabIndex={-1} />
    </>
  );
}
