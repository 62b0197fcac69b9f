/** What linking halls across nodes costs: `npm run bench -- cascade`. */
import { measureHop } from './cascade/hop';
import { runBench } from './lib/report';

void runBench('cascade', async (bench) => {
  await measureHop(bench);
});
