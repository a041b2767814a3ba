import type { InjectionMethod, OsScript, OsScriptParam } from '../../../../contract/index.ts';
import type { Entities } from './entities.ts';
import type { Address } from './native.ts';

/** OsinfoInstallScriptInjectionMethod: flags. */
export const INJECTION: Readonly<Record<InjectionMethod, number>> = {
  cdrom: 1,
  disk: 2,
  floppy: 4,
  initrd: 8,
  web: 16,
};

// Not the contract's own list: it would bring its library of schemas into this process and into its package.
const METHODS: readonly InjectionMethod[] = ['cdrom', 'disk', 'floppy', 'initrd', 'web'];

/** What Windows runs when it is installed, and no installer looks for. */
const COMPANION = /\.(cmd|reg)$/i;

/** The answer files for a system; those that its installer itself reads come first. */
export function readScripts(entities: Entities, os: Address): OsScript[] {
  const all = entities.list('osinfo_os_get_install_script_list', [os], (script) =>
    toScript(entities, script),
  );
  const isCompanion = ({ expectedFilename }: OsScript) => COMPANION.test(expectedFilename);
  return [...all.filter((script) => !isCompanion(script)), ...all.filter(isCompanion)];
}

function toScript(entities: Entities, script: Address): OsScript {
  const methods = entities.library.number('osinfo_install_script_get_injection_methods', script);
  return {
    id: entities.id(script),
    profile: entities.value(script, 'profile') ?? '',
    expectedFilename: entities.value(script, 'expected-filename') ?? '',
    injectionMethods: METHODS.filter((method) => (methods & INJECTION[method]) !== 0),
    params: paramsOf(entities, script),
    needsInternet: entities.flag(script, 'needs-internet') ?? false,
    pathFormat: entities.value(script, 'path-format') === 'dos' ? 'dos' : 'unix',
    canPreInstallDrivers: entities.flag(script, 'can-pre-install-drivers') ?? false,
    canPostInstallDrivers: entities.flag(script, 'can-post-install-drivers') ?? false,
    productKeyFormat: entities.value(script, 'product-key-format'),
  };
}

function paramsOf(entities: Entities, script: Address): OsScriptParam[] {
  const { library } = entities;
  const list = library.object('osinfo_install_script_get_config_param_list', script);
  return library.pointers(list).map((param) => ({
    name: entities.value(param, 'name') ?? '',
    required: entities.value(param, 'policy') === 'required',
  }));
}
