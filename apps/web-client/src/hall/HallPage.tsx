import { LivePage } from '../live/LivePage';
import { HallView } from './HallView';

/** Where a venue host puts the hall on air. */
export function HallPage() {
  return (
    <LivePage permission="feed:publish">
      {(content) => <HallView key={content.session.id} {...content} />}
    </LivePage>
  );
}
