import type { LiveEventDto } from '@manyhalls/contracts';
import { RequireSignIn } from '../../sign-in/RequireSignIn';
import { Library } from './Library';

/** The same library within the organiser's page. */
export function LibraryTab({ event }: { event: LiveEventDto }) {
  return (
    <RequireSignIn slug={event.slug} permission="greeting:manage">
      {({ signInId }) => <Library key={signInId} event={event} signInId={signInId} />}
    </RequireSignIn>
  );
}
