import type { Handlers } from '../../../contract/index.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** The calls about local files that go into pools. */
export function uploadHandlers(uploads: Uploads): Handlers<Caller>['uploads'] {
  return {
    begin: ({ modified = null, ...request }, caller) => uploads.begin({ ...request, modified }, caller),
    waiting: ({ connection }) => uploads.waiting(connection),
    resume: ({ id }, caller) => uploads.resume(id, caller),
    cancel: async ({ id }) => {
      await uploads.cancel(id);
      return {};
    },
  };
}
