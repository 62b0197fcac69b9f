import { TabTitle } from '../app/Page';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { ArmingPage } from './ArmingPage';
import { ProjectorScreen } from './ProjectorScreen';
import { useArmed } from './use-armed';

/** Armed by one click, since browsers give sound and the full screen for nothing less; then nothing but the show. */
export function ProjectorView(content: LivePageContent) {
  const localize = useLocalize();
  const { armed, arm, leave } = useArmed();
  return (
    <>
      <TabTitle title={localize(content.session.title)} />
      {armed ? (
        <ProjectorScreen content={content} onLeave={leave} />
      ) : (
        <ArmingPage {...content} onArm={arm} />
      )}
    </>
  );
}
