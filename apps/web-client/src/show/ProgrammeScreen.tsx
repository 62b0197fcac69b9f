import type { LivePageContent } from '../live/LivePage';
import type { Tile } from '../media/tiles';
import { GreetingPicture } from '../playback/GreetingPicture';
import { usePoster } from '../playback/use-poster';
import { CueSlate } from './CueSlate';
import { LowerThird } from './LowerThird';
import type { StageView } from './programme-view';
import { Stage } from './Stage';

/** What is on programme: its pictures and who speaks, or its slate. */
export function ProgrammeScreen({
  content,
  view,
  onChoose = null,
}: {
  content: Pick<LivePageContent, 'event' | 'session' | 'show'>;
  view: StageView | null;
  onChoose?: ((tile: Tile) => void) | null;
}) {
  const { show } = content;
  // So that it stands there from the moment of GO.
  usePoster(show.standbyPlayback);
  // Its feed is gone, and its portrait stands in.
  const failed = show.cue?.type === 'greeting' && show.playback?.state === 'slate' && show.playback;
  return view ? (
    <>
      <Stage view={view} playback={show.playback} onChoose={onChoose} />
      <LowerThird show={show} />
    </>
  ) : failed ? (
    <GreetingPicture playback={failed} feed={undefined} />
  ) : (
    <CueSlate {...content} />
  );
}
