import { type Reading, readWith, workWith } from './model-subject.ts';

/** What the test calls in the page. */
export interface Page {
  read(documents: readonly string[]): Reading[];
  work(): { xml: string; changes: string[] };
}

const page: Page = {
  read: (documents) => documents.map((xml) => readWith(xml, new DOMParser())),
  work: () => workWith(new DOMParser()),
};

Object.assign(globalThis, { page });
