import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { applicationRoot } from './paths.ts';

/** The application's version, from its package.json. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(applicationRoot, 'package.json'), 'utf8'))).version;
