import { LivePage } from '../live/LivePage';
import { ControlView } from './ControlView';

/** Where the show caller and the organisers run a session. */
export function ControlPage() {
  return (
    <LivePage permission="session:control">
      {(content) => <ControlView key={content.session.id} {...content} />}
    </LivePage>
  );
}
