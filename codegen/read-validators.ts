import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import type { SchemaNode, SchemaType } from '../lib/schema/schema-table';

type Draft = { -readonly [K in keyof SchemaNode]: SchemaNode[K] } & { bases?: string[] };

/**
 * Reads the models' validators back into the schemas that they were compiled from.
 *
 * Ajv writes a function per schema. In it, each error names its keyword and the parameters, and each call of another
 * function names the field that it is for. That is all that is looked at; nothing is executed.
 *
 * @returns definitions by file (path below `node_modules`, without `.js`), with all that they refer to
 * @throws Error when a validator holds a keyword that this reader does not know
 */
export function readValidators(nodeModules: string, files: readonly string[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const queue = [...files];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (!drafts.has(file)) {
      const reader = new ValidatorReader(file, fs.readFileSync(path.join(nodeModules, `${file}.js`), 'utf8'));
      drafts.set(file, reader.read());
      queue.push(...reader.references());
    }
  }
  return drafts;
}

export type { Draft };

class ValidatorReader {
  private readonly functions = new Map<string, ts.FunctionDeclaration>();
  private readonly fileOfImport = new Map<string, string>();
  private readonly enums = new Map<string, string[]>();
  private start = '';

  public constructor(
    private readonly file: string,
    text: string,
  ) {
    const source = ts.createSourceFile(`${file}.js`, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    for (const statement of source.statements) {
      if (ts.isImportDeclaration(statement)) {
        this.readImport(statement);
      } else if (ts.isFunctionDeclaration(statement) && statement.name) {
        this.functions.set(statement.name.text, statement);
      } else if (ts.isVariableStatement(statement)) {
        this.readVariables(statement);
      }
    }
  }

  public references(): string[] {
    return [...this.fileOfImport.values()];
  }

  public read(): Draft {
    return this.readFunction(this.start);
  }

  private readImport(statement: ts.ImportDeclaration): void {
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const bindings = statement.importClause?.namedBindings;
    if (!specifier.includes('/_schemas/') && !specifier.startsWith('./')) {
      return; // Ajv's runtime
    }
    const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(this.file), specifier) : specifier;
    for (const element of (bindings as ts.NamedImports).elements) {
      this.fileOfImport.set(element.name.text, target.replace(/\.js$/, ''));
    }
  }

  private readVariables(statement: ts.VariableStatement): void {
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isArrayLiteralExpression(initializer)) {
        this.enums.set(name.getText(), initializer.elements.map(textOf));
      } else if (name.getText() === 'validate' && initializer) {
        this.start = initializer.getText();
      }
    }
  }

  private readFunction(name: string): Draft {
    const declaration = this.functions.get(name);
    if (!declaration?.body) {
      throw this.unknown(`function ${name}`);
    }
    const draft: Draft = {};
    const alternatives: Draft[] = [];
    let isChoice = false;
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node) && propertyOf(node, 'keyword')) {
        isChoice = this.readError(node, draft) || isChoice;
      } else if (ts.isCallExpression(node) && this.isValidator(node.expression)) {
        this.readCall(node, draft, alternatives);
      }
      ts.forEachChild(node, visit);
    };
    visit(declaration.body);
    if (isChoice) {
      return this.choice(alternatives);
    }
    for (const part of alternatives) {
      Object.assign(draft, part.ref && draft.ref ? { bases: [...(draft.bases ?? []), part.ref] } : part);
    }
    return draft;
  }

  /** @returns whether the schema is a choice between others */
  private readError(error: ts.ObjectLiteralExpression, draft: Draft): boolean {
    const keyword = textOf(propertyOf(error, 'keyword') as ts.Expression);
    const params = propertyOf(error, 'params') as ts.ObjectLiteralExpression;
    const param = (name: string) => propertyOf(params, name) as ts.Expression;
    switch (keyword) {
      case 'type':
        draft.type = textOf(param('type')) as SchemaType;
        break;
      case 'required':
        draft.required = [...(draft.required ?? []), textOf(param('missingProperty'))];
        break;
      case 'enum':
        draft.enum = this.enums.get(param('allowedValues').getText());
        break;
      case 'pattern':
        draft.pattern = textOf(param('pattern'));
        break;
      case 'format':
        draft.format = textOf(param('format'));
        break;
      case 'minimum':
        draft.min = numberOf(param('limit'));
        break;
      case 'maximum':
        draft.max = numberOf(param('limit'));
        break;
      case 'minLength':
        draft.minLength = numberOf(param('limit'));
        break;
      case 'minItems':
        draft.minItems = numberOf(param('limit'));
        break;
      case 'oneOf':
        return true;
      default:
        throw this.unknown(`keyword ${keyword}`);
    }
    return false;
  }

  private readCall(call: ts.CallExpression, draft: Draft, alternatives: Draft[]): void {
    const validator = call.expression.getText();
    const file = this.fileOfImport.get(validator);
    const node: Draft = file ? { ref: file } : this.readFunction(validator);
    const [value] = call.arguments;
    if (ts.isIdentifier(value)) {
      alternatives.push(node);
    } else if (ts.isPropertyAccessExpression(value)) {
      draft.fields = { ...draft.fields, [value.name.text]: node };
    } else if (ts.isElementAccessExpression(value)) {
      const key = value.argumentExpression;
      if (ts.isStringLiteralLike(key)) {
        draft.fields = { ...draft.fields, [key.text]: node };
      } else if (key.getText().startsWith('key')) {
        draft.values = node;
      } else {
        draft.items = node;
      }
    } else {
      throw this.unknown(call.getText());
    }
  }

  /** `IntOrString` and `Quantity` are the only choices of the API. */
  private choice(alternatives: readonly Draft[]): Draft {
    const types = alternatives.map(({ type }) => type).join();
    if (types === 'string,integer') {
      return { type: 'integer-or-string' };
    }
    if (types === 'number,string' && alternatives[1].format === 'quantity') {
      return { type: 'integer-or-string', format: 'quantity' };
    }
    throw this.unknown(`choice between ${types}`);
  }

  private isValidator(callee: ts.Expression): boolean {
    return ts.isIdentifier(callee) && (this.functions.has(callee.text) || this.fileOfImport.has(callee.text));
  }

  private unknown(what: string): Error {
    return new Error(`${this.file}.js: no rule for ${what}`);
  }
}

function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = object.properties.find((property) => property.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function textOf(node: ts.Expression): string {
  if (!ts.isStringLiteralLike(node)) {
    throw new Error(`\`${node.getText()}\` is no string`);
  }
  return node.text;
}

function numberOf(node: ts.Expression): number {
  return Number(node.getText());
}
