import 'reflect-metadata';
import { config as loadDotenv } from 'dotenv';
import { MediaNode } from './media-node';
import { BadSettings, readSettings } from './settings';

async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const settings = readSettings(process.argv.slice(2), process.env);
  const node = await MediaNode.start(settings);
  console.log(`media node ${settings.venue} is ready`);

  const stop = () => void node.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Before maintenance: whoever joins from now on is placed elsewhere.
  process.on('SIGUSR2', () => {
    node.drain();
    console.log(`media node ${settings.venue} takes nobody new`);
  });
}

main().catch((error: unknown) => {
  if (error instanceof BadSettings) console.error(`The settings cannot be used:\n${error.message}`);
  else console.error(error);
  process.exit(1);
});
