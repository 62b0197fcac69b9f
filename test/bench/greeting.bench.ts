/** What playing and processing greetings costs, and what others feel of it: `npm run bench -- greeting`. */
import { measureInterference } from './greeting/interference';
import { measurePlays } from './greeting/plays';
import { Product } from './lib/product/product';
import { runBench } from './lib/report';

void runBench('greeting', async (bench) => {
  const product = await Product.start(bench, ['jinan']);
  await measurePlays(bench, product);
  await measureInterference(bench, product);
});
