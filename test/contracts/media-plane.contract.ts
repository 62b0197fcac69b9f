import { describeAsking } from './contract/asking';
import { describeConsuming } from './contract/consuming';
import { describeFiles } from './contract/files';
import { describeLinks } from './contract/links';
import { describePeers } from './contract/peers';
import { describePublishing } from './contract/publishing';
import { Stage } from './contract/stage';
import type { RunningPlane } from './planes';

jest.setTimeout(30_000);

/** What every media plane must do, whatever carries its messages. */
export function describeMediaPlane(name: string, start: () => Promise<RunningPlane>): void {
  describe(name, () => {
    let running: RunningPlane;
    const stage = new Stage(() => running.plane);

    beforeAll(async () => {
      running = await start();
    });
    afterAll(() => running?.stop());

    describeAsking(stage);
    describePeers(stage);
    describePublishing(stage);
    describeConsuming(stage);
    describeLinks(stage);
    describeFiles(stage);
  });
}
