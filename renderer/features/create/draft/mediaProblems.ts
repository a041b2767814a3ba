import type { CloudDraft, Draft, KernelDraft } from './draft.ts';
import { lines, words } from './install.ts';
import type { FileDraft } from './parts.ts';
import { defaultPool, unattendedRefusal } from './questions.ts';
import { sizeProblem } from './resourceProblems.ts';
import type { Known } from './spec.ts';

type Found = Record<string, string>;

/** What is wrong with the answers of the second step. */
export function mediaProblems(draft: Draft, known: Known): Found {
  const unattended = unattendedProblems(draft, known);
  switch (draft.how.method) {
    case 'iso':
      return {
        ...fileProblem('media', draft.iso.media),
        ...(known.facts?.windows && draft.iso.withDrivers ? fileProblem('drivers', draft.iso.drivers) : {}),
        ...unattended,
      };
    case 'pxe': {
      const [card] = draft.cards;
      return card ? {} : { card: 'A machine that boots from the network needs a network card.' };
    }
    case 'kernel':
      return kernelProblems(draft.kernel);
    case 'import':
      return fileProblem('disk', draft.importing.disk);
    case 'tree':
      return { ...treeProblems(draft.tree), ...unattended };
    case 'cloud':
      return cloudProblems(draft.cloud, known);
    case 'empty':
      return {};
    case 'os-container':
      return {
        ...pathProblem('root', draft.osContainer.root, 'Type the folder on the host that holds the system.'),
        ...pathProblem('init', draft.osContainer.init, 'Type the program that is started first.'),
      };
    case 'app-container':
      return pathProblem('init', draft.appContainer.init, 'Type the program that is run.');
  }
}

/** What is wrong with a chosen file, under the field's name. */
function fileProblem(field: string, file: FileDraft): Found {
  switch (file.kind) {
    case 'volume':
      return file.volume === '' ? { [field]: 'Choose a volume.' } : {};
    case 'path':
      return pathProblem(field, file.path, 'Type a path on the host.');
    case 'drive':
      return file.drive === '' ? { [field]: 'Choose a drive.' } : {};
    case 'upload':
      return { [field]: 'Upload the file first, and wait for it to end.' };
    case 'url':
      return /^(https?|ftp):\/\/[^\s/]+/i.test(file.url.trim())
        ? {}
        : { [field]: 'Type an address that begins with http://, https:// or ftp://.' };
  }
}

function pathProblem(field: string, path: string, missing: string): Found {
  const wanted = path.trim();
  if (wanted === '') return { [field]: missing };
  return wanted.startsWith('/')
    ? {}
    : { [field]: 'The path has to start with a slash: it is a path on the host.' };
}

function treeProblems({ location, arguments: words }: Draft['tree']): Found {
  const wanted = location.trim();
  if (wanted === '') return { location: 'Type where the tree is.' };
  return /^(https?:\/\/|ftp:\/\/|\/)./i.test(wanted)
    ? argumentsProblem(words)
    : { location: 'Type an address with http://, https:// or ftp://, or a folder of this machine.' };
}

function kernelProblems(draft: KernelDraft): Found {
  return {
    ...fileProblem('kernel', draft.kernel),
    ...(draft.withInitrd ? fileProblem('initrd', draft.initrd) : {}),
    ...(draft.withMedia ? fileProblem('media', draft.media) : {}),
    ...(draft.withDeviceTree ? fileProblem('deviceTree', draft.deviceTree) : {}),
    ...(draft.withAcpiTable ? fileProblem('acpiTable', draft.acpiTable) : {}),
    ...argumentsProblem(draft.arguments),
  };
}

function argumentsProblem(words: string): Found {
  return words.length > 4096 ? { arguments: 'A kernel takes at most 4096 characters.' } : {};
}

function cloudProblems(draft: CloudDraft, { offer }: Known): Found {
  const found = fileProblem('image', draft.image);
  if (offer && !(draft.pool || defaultPool(offer))) {
    found.pool = 'This host has no pool in which a disk can be made.';
  }
  const size = draft.enlarge ? sizeProblem(draft.sizeGiB) : null;
  if (size !== null) found.size = size;
  const { init } = draft;
  if (init.kind === 'raw' && init.userData.trim() === '') found.userData = 'Type the user-data.';
  if (init.kind !== 'form') return found;
  for (const { key, name, sshKeys, password } of init.users) {
    const empty = name.trim() === '';
    if (empty && (sshKeys.trim() !== '' || password !== '')) found[`user${key}`] = 'The user needs a name.';
    // What useradd takes (its page in section 8).
    else if (!empty && !/^[a-z_][a-z0-9_-]*\$?$/.test(name.trim())) {
      found[`user${key}`] = 'Small letters, digits, hyphens and underscores; the first is a letter.';
    }
    if (lines(sshKeys).some((line) => !/^\S+ \S+/.test(line))) {
      found[`keys${key}`] = 'One public key a line, as in a file ending in .pub.';
    }
  }
  if (init.network === 'static') {
    const addresses = words(init.addresses);
    if (addresses.length === 0) found.addresses = 'Type at least one address.';
    else if (!addresses.every((address) => /^[0-9a-f.:]+\/\d{1,3}$/i.test(address))) {
      found.addresses = 'Addresses have a prefix length: 192.0.2.10/24.';
    }
  }
  return found;
}

function unattendedProblems({ how, unattended: draft }: Draft, { facts }: Known): Found {
  if (!draft.use || !facts || facts.scripts.length === 0) return {};
  if (unattendedRefusal(how.method, facts.scripts) !== null) return {};
  const script = facts.scripts.find(({ profile }) => profile === draft.profile);
  if (!script) return { profile: 'Choose what is installed.' };
  const needs = (name: string) => script.params.some((param) => param.name === name && param.required);
  const found: Found = {};
  if (draft.adminPassword === '') found.adminPassword = 'The administrator needs a password.';
  if (needs('user-login') && draft.userLogin.trim() === '') found.userLogin = 'The user needs a name.';
  if ((needs('user-password') || draft.userLogin.trim() !== '') && draft.userPassword === '') {
    found.userPassword = 'The user needs a password.';
  }
  if (needs('reg-product-key') && draft.productKey.trim() === '') {
    found.productKey = 'This system asks for its product key.';
  }
  // XML takes every character; other scripts take the answers as they are, also where a shell reads them.
  return script.expectedFilename.endsWith('.xml') ? found : { ...scriptProblems(draft), ...found };
}

/** Answers that main refuses to put into a script. */
function scriptProblems({ adminPassword, userPassword, userLogin, hostname }: Draft['unattended']): Found {
  const found: Found = {};
  const quotes = 'This system’s script takes no quotation marks and no backslashes.';
  if (/['"`\\]/.test(adminPassword)) found.adminPassword = quotes;
  if (/['"`\\]/.test(userPassword)) found.userPassword = quotes;
  if (userLogin !== '' && !/^[a-z_][\w.-]*$/i.test(userLogin)) {
    found.userLogin = 'Letters, digits, hyphens, dots and underscores; the first is a letter.';
  }
  if (hostname !== '' && !/^[a-z0-9][a-z0-9.-]*$/i.test(hostname)) {
    found.hostname = 'Letters, digits, hyphens and dots; the first is a letter or a digit.';
  }
  return found;
}
