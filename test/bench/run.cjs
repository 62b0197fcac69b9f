// Runs a TypeScript file: node run.cjs FILE [ARGUMENT…]
//
// Whatever Node is given to run after an `--import` is loaded as a module, past a compiler that was only required;
// and Node's own type stripping knows no decorators. So the compiler comes first, and the file is required.
require('@swc-node/register');

process.argv.splice(1, 1);
require(process.argv[1]);
