import { describeCascade } from './cascade.scenarios';
import { InProcessHalls } from './lib/halls';

describeCascade('three halls, nodes in one process', () => InProcessHalls.start());
