/** What linking halls across nodes costs: `npm run bench -- cascade`. */
import { measureGlassToGlass } from './cascade/glass-to-glass';
import { measureHop } from './cascade/hop';
import { countPipes } from './cascade/pipes';
import { Product } from './lib/product/product';
import { runBench } from './lib/report';

void runBench('cascade', async (bench) => {
  await measureHop(bench);
  const product = await Product.start(bench, ['jinan', 'tokyo']);
  await countPipes(bench, product);
  await measureGlassToGlass(bench, product);
});
