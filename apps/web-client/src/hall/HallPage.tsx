import { TopBar } from '../app/TopBar';
import { mainId } from '../app/focus';

export function HallPage() {
  return (
    <>
      <TopBar />
      <main id={mainId} tabIndex={-1} />
    </>
  );
}
