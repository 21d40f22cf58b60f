import { enumMemberName, fileName, propName, typeName } from '../../codegen/names';

describe('names of the bindings', () => {
  test.each([
    ['APIServerConfig', 'ApiServerConfig'],
    ['EC2SDConfig', 'Ec2SdConfig'],
    ['RelabelConfig', 'RelabelConfig'],
    ['OAuth2', 'OAuth2'],
    ['ContainerPort', 'ContainerPortSpec'],
  ])('the type %s is called %s', (goName, name) => {
    expect(typeName(goName)).toBe(name);
  });

  test.each([
    ['keep_firing_for', 'keepFiringFor'],
    ['dnsSDConfigs', 'dnsSdConfigs'],
    ['ec2SDConfigs', 'ec2SdConfigs'],
    ['oauth2', 'oauth2'],
    ['http2', 'http2'],
    ['enableHttp2', 'enableHttp2'],
    ['convertClassicHistogramsToNHCB', 'convertClassicHistogramsToNhcb'],
    ['xXSSProtection', 'xXssProtection'],
    ['getConfigInterval', 'fetchConfigInterval'],
    ['getter', 'getter'],
  ])('the field %s is the prop %s', (field, prop) => {
    expect(propName(field)).toBe(prop);
  });

  test.each([
    [['labelmap', 'LabelMap'], 'LABEL_MAP'],
    [['http', 'HTTP'], 'HTTP'],
    [['OpenMetricsText0.0.1'], 'OPEN_METRICS_TEXT0_0_1'],
    [['NoUTF8EscapingWithSuffixes'], 'NO_UTF8_ESCAPING_WITH_SUFFIXES'],
    [['SIGRTMIN+1'], 'SIGRTMIN_PLUS_1'],
    [['SIGRTMAX-1'], 'SIGRTMAX_MINUS_1'],
  ])('the value %j is the member %s', (spellings, member) => {
    expect(enumMemberName(spellings)).toBe(member);
  });

  test('a kind has a file in kebab case', () => {
    expect(fileName('AlertmanagerConfig')).toBe('alertmanager-config');
  });
});
