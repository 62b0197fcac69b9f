import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { Client } from 'pg';
import type { GreetingDto } from '@manyhalls/contracts';
import { inviteOffice } from '../../factories/greetings';
import type { Product } from '../lib/product/product';
import type { Stage } from '../lib/product/stage';
import { repeat } from '../lib/recording';

/**
 * An approved greeting that is another one shown several times, with the very same pictures. It is written to where
 * processing would have written it: that would take longer than a bench may. @returns its id
 */
export async function repeatedGreeting(
  product: Product,
  { event }: Stage,
  { id }: GreetingDto,
  times: number,
): Promise<string> {
  const { organiser, databaseUrl } = product;
  const { greeting } = await inviteOffice(product, { organiser, event });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ files: Files }>('SELECT files FROM greetings WHERE id = $1', [id]);
    const [found] = rows;
    if (!found) throw new Error('there is no such greeting');
    const files = {
      ...found.files,
      large: await repeated(product, found.files.large, times),
      small: await repeated(product, found.files.small, times),
    };
    await client.query(
      `UPDATE greetings SET state = 'approved', files = $2, approved_sha256 = $3 WHERE id = $1`,
      [greeting.id, files, files.large.sha256],
    );
  } finally {
    await client.end();
  }
  return greeting.id;
}

interface File {
  sha256: string;
  bytes: number;
  path: string;
  lengthSeconds: number;
}

interface Files {
  large: File;
  small: File;
}

async function repeated(product: Product, file: File, times: number): Promise<File> {
  const made = product.mediaFile(`${randomUUID()}.webm`);
  await repeat(product.mediaFile(file.sha256), times, made);
  const content = await readFile(made);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await rename(made, product.mediaFile(sha256));
  const path = file.path.replace(file.sha256, sha256);
  return { ...file, sha256, path, bytes: content.length, lengthSeconds: file.lengthSeconds * times };
}
