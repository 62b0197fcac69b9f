import { LivePage } from '../live/LivePage';
import { PollRoom } from '../polls/PollRoom';
import { ProjectorView } from './ProjectorView';

/** What the people in a hall see on its large screen. */
export function ProjectorPage() {
  return (
    <LivePage permission="feed:watch-backstage">
      {(content) => (
        <PollRoom key={content.session.id}>
          <ProjectorView {...content} />
        </PollRoom>
      )}
    </LivePage>
  );
}
