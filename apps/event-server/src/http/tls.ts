import { readFileSync } from 'node:fs';
import type { Config } from '../config/config';
import { BadConfig } from '../config/read-config';

/**
 * Certificate and key as the settings name them; nothing when a proxy does TLS, or nobody does.
 * @throws {BadConfig} when a file cannot be read
 */
export function tlsFiles(config: Config): { cert: Buffer; key: Buffer } | undefined {
  if (!config.tlsCertFile || !config.tlsKeyFile) return undefined;
  return { cert: read('TLS_CERT_FILE', config.tlsCertFile), key: read('TLS_KEY_FILE', config.tlsKeyFile) };
}

function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadConfig(`${variable}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}
