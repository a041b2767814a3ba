import { type ApiError, apiError } from '../../../../contract/index.ts';

/** There is nothing of this path. */
export function missingFolder(path: string, where: string): ApiError {
  return apiError(
    'not-found',
    `There is no ${path} on ${where}.`,
    'Check the path, or go to the folder above.',
  );
}

/** It is there, but not for whoever looks. */
export function deniedFolder(path: string, who: string): ApiError {
  const may = who === 'you' ? 'You may' : `${who} may`;
  return apiError(
    'denied',
    `${may} not read the folder ${path}.`,
    'What is in it may be used all the same if the hypervisor may read it: type the path, or choose a volume of a pool.',
  );
}
