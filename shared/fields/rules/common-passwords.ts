/**
 * What people choose most often when they must choose a password: words, names, keys that lie side by
 * side. In small letters, without the figures and signs that are put around them.
 */
const common = new Set(
  `password passwort passwords passw pass passphrase kennwort losenord salasana motdepasse contrasena
  senha parola haslo heslo wachtwoord adgangskode passord geheim secret topsecret secure security
  private letmein letmeinnow openup opensesame sesame welcome welcomeback welkom willkommen bienvenue
  bienvenido benvenuto bemvindo velkommen tervetuloa hello helloworld hallo bonjour hola ciao
  goodmorning goodbye changeme changeit changethis changemenow pleasechange pleasechangeme newpassword
  mypassword yourpassword nopassword thepassword passwordpassword temporary temppassword temp tempo
  initial initialpassword default defaultpassword standard start starter startstart begin newuser
  newhire firstlogin firsttime onboarding admin administrator administrators adminadmin adminpassword
  sysadmin superadmin superuser superman batman root toor rootroot system manager supervisor operator
  master owner user username users guest visitor test tester testing testtest testuser testpassword
  demo example sample trial backup service support helpdesk helpme help public everyone anyone nobody
  someone account login loginlogin logon signin access accessgranted entry enter entrance server
  database oracle mysql postgres cisco router switch network internet intranet computer laptop desktop
  monitor keyboard printer windows microsoft office google apple android samsung facebook twitter
  instagram linkedin youtube amazon netflix spotify whatsapp skype zoom company business officework
  employee staff team corporate enterprise organisation organization winter spring summer autumn fall
  season january february march april june july august september october november december monday
  tuesday wednesday thursday friday saturday sunday weekend holiday vacation christmas easter halloween
  newyear happynewyear birthday happy happyday sunshine sunflower rainbow thunder lightning storm
  winterland snowball snowflake icecream iloveyou iloveu loveyou lovely love lover loveme lovelove
  mylove sweetheart sweetie honey darling baby babygirl babyboy angel princess prince queen king
  kingdom dragon dragonball monster tiger lion eagle falcon phoenix wolf panther bear rabbit monkey
  donkey kitty kitten doggy puppy dolphin horse pony butterfly ladybug spider unicorn shadow ghost
  hunter ranger warrior ninja samurai pirate knight wizard magic magician merlin gandalf matrix hacker
  trustno trustnoone whatever nothing something anything freedom liberty justice peace forever always
  never maybe possible impossible money cash dollar rich lucky luckyone diamond gold golden silver
  platinum ginger pepper cookie cookies chocolate banana orange cherry strawberry peaches coffee pizza
  cheese burger chicken potato tomato football soccer baseball basketball hockey tennis golf volleyball
  rugby cricket liverpool arsenal chelsea everton tottenham manchester manutd barcelona realmadrid
  juventus bayern dortmund schalke ajax feyenoord celtic rangers benfica porto yankees cowboys steelers
  lakers bulls eagles packers redsox dodgers mustang ferrari porsche mercedes bmw audi volkswagen
  toyota honda yamaha kawasaki harley corvette camaro pokemon pikachu charizard mario zelda minecraft
  fortnite roblox starwars startrek skywalker yoda vader harrypotter hogwarts spiderman ironman
  superstar rockstar guitar music metallica nirvana slipknot blink eminem beatles elvis madonna london
  paris berlin madrid rome vienna amsterdam brussels lisbon dublin oslo stockholm copenhagen helsinki
  warsaw prague budapest athens istanbul moscow newyork chicago boston dallas texas florida california
  america england scotland ireland france germany deutschland italy spain portugal holland sweden
  norway denmark finland poland canada australia michael michelle jennifer jessica ashley amanda daniel
  david robert william richard charles charlie thomas joseph matthew andrew anthony joshua christopher
  nicholas alexander alexandra benjamin samuel jonathan patrick patricia elizabeth katherine catherine
  christine christina nicole stephanie melissa rebecca rachel victoria vanessa samantha jasmine hannah
  emily olivia sophie charlotte maria martin peter stefan andreas thorsten sebastian maximilian pascal
  pierre francois giovanni francesco carlos jose fernando ricardo jordan jackson taylor morgan austin
  tyler brandon justin maggie buster bailey cooper snoopy garfield mickey minnie donald tinkerbell
  scooby abc abcd abcabc aaa aaaa aaaaaa aaaaaaaa xxx xxxx xxxxxx zzz zzzzzz qwe qwer qwert qwerty
  qwertz qwertyu qwertyui qwertyuiop qwertzuiop qweqwe qwerqwer qwertyqwerty qweasd qweasdzxc asd asdf
  asdfg asdfgh asdfghjk asdfghjkl asdasd asdfasdf asdqwe zxc zxcv zxcvb zxcvbn zxcvbnm yxcvbnm
  poiuytrewq lkjhgfdsa mnbvcxz azerty azertyuiop wasd wasdwasd dvorak 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3
  q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qaz!qaz zaq12wsx zaq1zaq1 zaq1xsw2 qaz qazwsx
  qazwsxedc wsxedc a1b2c3 a1b2c3d4 a1s2d3f4 1a2b3c 1a2b3c4d aa123456 ab123456 123qwe 123qweasd 1234qwer
  qwe123 qwer1234 asd123 asdf1234 zxc123 zxcv1234 abc123 abc1234 abcd1234 123abc 1234abcd pass1234
  pass123word pw123456 p455w0rd gfhjkm ghbdtn`.split(/\s+/),
)

const aroundLetters = /^[^a-z]+|[^a-z]+$/g

/** Which letters people write as which signs. */
const meant: Readonly<Record<string, string>> = {
  0: 'o',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const spelled = (text: string, one: string) =>
  text.replace(/[0-9@$!]/g, (sign) => (sign === '1' ? one : (meant[sign] ?? sign)))

/** Whether a password is among the commonest, or is one with letters turned or something put around it. */
export function isCommonPassword(password: string): boolean {
  const whole = password.toLowerCase()
  const forms = [whole, whole.replace(aroundLetters, '')].flatMap((text) => [
    text,
    spelled(text, 'i'),
    spelled(text, 'l'),
    spelled(text, 'i').replace(aroundLetters, ''),
  ])
  return forms.some((form) => common.has(form))
}
