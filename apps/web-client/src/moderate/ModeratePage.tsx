import { LivePage } from '../live/LivePage';
import { DeskView } from './DeskView';

/** Where moderators decide which questions the audience sees and bring them on stage. */
export function ModeratePage() {
  return (
    <LivePage permission="question:moderate">
      {(content) => <DeskView key={content.session.id} {...content} />}
    </LivePage>
  );
}
