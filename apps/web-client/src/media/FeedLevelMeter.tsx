import { useStore } from 'zustand';
import { LevelMeter } from './LevelMeter';
import type { LevelsStore } from './levels';

/** How loud a received feed is. */
export function FeedLevelMeter({
  feedId = '',
  levels,
  ...how
}: {
  feedId: string | undefined;
  levels: LevelsStore;
  label: string;
  upright?: boolean;
}) {
  const level = useStore(levels, (of) => of[feedId] ?? 0);
  return <LevelMeter level={level} {...how} />;
}
