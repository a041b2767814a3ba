import type { ToOsinfo } from '../protocol.ts';
import { Database } from './database.ts';
import { readFacts } from './facts.ts';
import { knownFiles } from './files.ts';
import { generateScript } from './generate.ts';
import { identifyMedium, identifyTree } from './media.ts';
import { listSystems } from './systems.ts';

let loaded: Database | null = null;

/**
 * Answers a question; the first one loads the database, which takes some tenths of a second.
 * @throws OsinfoMissing; Error
 */
export function answer(question: ToOsinfo): unknown {
  loaded ??= new Database();
  switch (question.name) {
    case 'info':
      return loaded.info();
    case 'list':
      return listSystems(loaded, question.input.today);
    case 'files':
      return knownFiles(loaded);
    case 'facts':
      return readFacts(loaded, question.input.id, question.input.arch);
    case 'medium':
      return identifyMedium(loaded, question.input.labels, question.input.today);
    case 'tree': {
      const { treeinfo, location, today } = question.input;
      return identifyTree(loaded, treeinfo, location, today);
    }
    case 'script':
      return generateScript(loaded, question.input);
  }
}
