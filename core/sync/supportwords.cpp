#include "core/sync/supportwords.h"

#include <QString>

namespace supercargo {
namespace {

// Gathered from the sentences and declarations of this program, the field names of its providers, HTTP, SQL and plain
// English. No name of a person or a place; a compiler takes no longer literal than one of these pieces.
const char kWords[] =
    R"(
a abandon abandoned able abnormal abort aborted about above absent absolute accept acceptable acceptance accepted
accepts access accesscontrol accident account accountlog accounts accountstore acct accuracy accurate acknowledged
acos acq action actions activate activated activation active actor actual actually adapt adapter add added adding
addition additional additionally additive addr address addressee addresses adds adjust adjusted adjustment adjustments
admin administrator adobe advanced advertising advice advisory aead aes affected affecting after aftersale aftership
afterwards again against age aged ageing agent ages ago agree agreed agrees ahead ai airsend alert alerts algorithm
algorithms alias aliases alipay alive all allocate allocated allotted allow allowance allowed allows alone alpha
already also alter alternative although always am ambiguous amend among amount amounts amt amzn an analytics and anew
announced anonymous another answer answered answers any anybody anyone anything anyway apache apart api apiclient apis
app apparently appear appears append appid appkey applicable application applications applied applies apply
appointment appropriate approval approvals approve approved approves apps arbitrary archived are area arg argument
arguments arranging array arrival arrive arrived arrives article articles as asc ascii aside ask asked asking asks asp
aspect aspx assert assertion asset assets assign assigned assignments associated assume assumed at attach attached
attempt attempts attention attr attribute attributes attribution attrs audit audits auth authentication author
authority authorization authorizations authorize authorized auto autocheckpoint automatic automatically autonumber
autumn availability available average averaged avoid await awaiting aware away awith axis back backend background
backlog backoff backup backups backwards bad bag balance balanced ban bank bar barcode base basic basis batch be
bearer became because become becomes been before beforehand began begin beginning begins behind being belong belongs
below best beta between beware beyond big bigint bill billed billing bills bin bind binding bins bit bits biz
blacklist blank blind blob block blocked blocking blocks body book booked booking bookings books boolean both bought
boundary bounds box braces brackets branch branches breach break breakdown breaker breakeven brief bring brings broken
brotli brought browser buffer buffered bug build builds built bundle burst bursts business busy but buy buyer buyers
buying buys by bypass byte bytea bytes cache cached cainiao calculate calculated calculation call callback called
caller calls came can cancel canceled canceling cancellation cancelled cancelling cancels candidate cannot
capabilities capacity capital capture captured captures card careful cargo carrier carriers carries carry cart case
cash cashondelivery cast catalog catalogue categories category cause causes caution cbc cdn ceiling cell cells cent
center centre cer cert certain certainty certificate certificates cf chain chance change changed changes changing
channel channels char character characteristics characters charge chargeable charged charges charset chat cheapest
check checked checkout checkpoint checkpoints checks checkword chinapost choice choices choose chosen chunk chunked
cid cipher ciphers ciphertext circle circuit city claim claimed claims clash class classes classified clean cleaned
cleanup clear clearing clerk clicks client clients clock close closed closes closing clothing cloud cloudflare cluster
clustered cn cname cny coalesce cod code codes coding cohort cohorts collation collect collected collection
collections collects collision colon colour cols column columns columnsize com combos come comes coming comma commands
commas comment comments commerce commission commit committed commodity common communicate communication community
companies company companyid companys compare compared comparison compatible compensates compile complain complaint
complete completed completes complex compliance comply component composed compound compress compressed compression
compute computed computer concerned concurrency concurrent concurrently condition conditional conditions confidential
config configurable configuration configure configured confirm confirmation confirmed conflict conflicted conform
conformance connect connectdialog connected connection connections cons consecutive consent consequence consider
consign consigned consignee consist consistency consistent consists console consolidation constant constraint
constructed consume consumed consumer contact contacted contacting contain contained containing contains content
context continue continued contract contradiction contradicts contrary contribution control controlled conversion
convert converted cookie cookies coordinate coordinates copied copies copr copy copying core correct correction
corrections correlation corrupt corrupted corruption cors cost costed costs could couldn count counted counter
counting countries country counts county coupon coupons courier couriers course cover coverage covered crash crashed
crc create created creates creating creation credential credentials credit creditmemos criteria critical cross crypto
cryptographic csrf css cst csv cube cubes cubeupkeep cup cur currencies currency current currently cursor custom
customer customers customs cut cvc cvn cycle d daemon daily dailybackup damage damaged danger dark dashboard data
database datadigest dataservice date dates datetime day days db dead deadline deadlock deal debug debugging decided
decides decimal decimals declaration decline declined declines decode decoded decoder decoding decrease decreased
decrypt decrypted deducted deed deemed deep default defaults defect defer deferred define defined definition deflate
degraded delay delayed delegate delete deleted deletes deletion deliberate deliver deliverable delivered deliveries
delivering delivery delta demand demands demo denied denies deny departed departure depend dependency dependent
depending depends deposit depot deppon deprecated deprecation dept depth der derived desc descending descr described
describes description deserialize designated desk desktop dest destinatio destination destroyed detached detail
details detect detected detection determine determined dev developer deviation device devices dhl diagnosis diagnostic
dial did didn differ differed difference different differing differs digest digit digits dimension dimensions dir
direct direction directive directly dirty disable disabled disagree disallow disallowed disappear disappeared discard
disconnect disconnected discordant discount discounted discounts discover disk dismissed dispatch display disposition
dist distance distinct distribution district dists div divide divided dm dns do doc docs document documentation
documented documents does doesn doing dollar domain domestic don done dot double doubled doudian douyin down download
downloaded downloadurl downstream draft drawn drift drive driver drop dropped dto dtos due dummy duplicate duplicated
duplication duration during dynamic e each earlier early easily easy easypost ebusiness ecb echo edge edit editable
edited editing effect effective efficient eight either element elements elevated elevation eleven eligibility else
elsewhere email emailpass embedded emit emitted empty emulate enable enabled enables enclosed encloses enclosing
encoded encoding encounter encountered encrypt encrypted encrypting encryption encrypts end ended ending endpoint
endpoints ends enforce enforced engine engines enhance enormous enough ensure enter entered entering entire entirely
entity entrance entries entry enum enumeration envelope environment eof epl epoch eq equal equals equivalent erased
erasures err errcode errmsg error errors escape escaped especially essential est establish established estimate
estimated etag etc eur evaluate evaluated evaluation even event events ever every everything everywhere ex exactly
example exceed exceeded exceeding exceeds except exception exceptions excess excessive exchange exchanges exclude
excluded excludes exclusive exclusively execute executed executes execution exempt exhausted exist existing exists
exit exited exp expand expectation expected expects expenses expire expired expires expiring expiry explain explained
explicit explicitly explore export exported exporting exposed express expression expressions extend extended extension
extensions extent external extra extract facility fact factor facts fading fail failed failing fails failure failures
fallback false far fast faster fastpay fatal fault faulty favour feature featured fed fedex fee feed fees fetch
fetched fetching few fewer fewest field fields fifteen figure figures file filedownload files fill filled filling
filter filters final finally finance financial find finding finds fine finer fingerprint finish finished finishes
finishing firewall first firstname fit five fixed fixing flag flags flaw float floating flood flow flush folder follow
followed foot footer for forbid forbidden force forced forcing foreign forever forget forgot forgotten form format
formats formatted formatting formed formerly forms forth forty forward forwarded forwarding forwards found four fourth
fraction fragment frame fraud fraudulent free freely freight frequency frequent frequently fresh friday from front
frozen ftime ftp fts fulfil fulfill fulfilled fulfillment fulfillments fulfilment fulfils full fullinfo fullname fully
function functions fund fundflow fundflowbill funds further furthermore future fuzzy fwd gamma gap garbage gateway
gateways gather gave gbk gbp gcm general generate generated generating generation generic genuine geometry get gets
getting gettrackinfo getvenderalldeliverycompanyresult gif gift give given gives giving global gmt go goes gone good
goods goodsquantity got gov grain grams grand grant granted granting granularity graph graphql greater grid gross
ground group grouping groups grow grows gt gte gteq gtin guarantee guaranteed guard guess guessed guest guid gzip had
half halt halted hand handed handing handle handled handler handles handling hands handshake hang happen happened
happening happens hard hardware harmless has hash hashed hasn have haven having he head header headers headings healed
heals height held hello help here heuristic hex hibernating hidden hide hierarchy high higher highest hint histories
history hit hits hkd hmac hold holded holding holds holes honoured hook hop host hosted hostname hosts hour hours how
hsts html http https hub huge human hundred hz i icon icu id ide ideally idempotency idempotent identical identified
identifier identifiers identify identity idle ids if ignore ignored ignores ignoring iid iids illegal image images img
imgs immediate immediately impact implement implementation implemented implicit implied imply import importing
impossible improper improperly in inaccessible inactive inbound inbox include includes
)"
    R"(
including inclusive income incoming incompatible incomplete inconsistent incorrect incorrectly increase increased
increases increment incremental increments indeed independent index indexed indicate indicated indicates indicator
individual inf infinite info information infos inherit inherited ini initial initialize initialized initiation inject
inline inner input ins insert inserted inserts inside inspection installed instalment instance instances instant
instead instock instruction instructions insufficient insurance insure insured insures int intact integer integrate
integration integrations integrity intend intended intent interact interactive intercepted interest interface
interfaces intermediate internal international internet interpret interpreted interrupt interrupted interval intl into
invalid invalidate invalidated inventory invocation invoice invoices invoke invoked involved io ip ips ipv is isbn
ischeck isn iso isolated isolation isp issue issued issuer issues isv it item items iterate iteration its itself jd
job jobs join joined joins jos journal jpeg jpg jpy js json jump just jwk jwks jws jwt kd kdniao keep keeping keeps
kept key keyboard keychain keys keyword keywords killed kilograms kind kinds know known knows kuaidi label labelled
labels lack lacks lag lane lang language languages lapsed large larger largest last lastname lasts late lately latency
later latest latitude latter launch lay layer layers layout ldap lead leads leaf leak leap learn least leave leaving
ledger left legacy legal length lengths less let letter letters level levels liabilities lib libpq library licence
license lies lifetime light like likely limit limitation limited limiting limits line linehaul lineitem lines link
linked links list listed listen listener listening listens listing lists lite literal literally little live lives ll
load loaded loading loads local locale localhost locally locate located location locations lock locked locker locking
locks log logfile logged logging logi login logistic logistics logo logon logout long longer longest longitude look
looked looking looks loop loops losses lossless lost lot lots low lower lowercase lowered loyal lt lte lteq machine
mad made magento magic mail mailno main mainly maintain maintained maintenance mainwindow major maker makes making
malformed man manage managed management mandatory manner manual many map mapkey mapped mapping maps margin margins
mask masked massive master match matched matches matching mathematical matrix matters max maximum may mbtiles mcc mch
mchid md mdd me mean meaningful meanings means meant meanwhile measure measured measures mechanism media median
mediatype medium medusa member members memo memory memos mended mention mentioned mer merchant mere merely merge
merged message messages meta metadata method methods metrics micro mid middle middleware midnight migrate migrated
migration migrations milestone million milliseconds mime min mind minimal minimum minor minus minute minutes mirror
misc misconfigured misdirected mismatch mismatched missed misses missing missorted mistake misuse mixed mmap mmd mmm
mobile mode model modes modification modified modify modifying modifyvenderremark module modules moment moments monday
money monitor monotonic month monthly months more morning most move moved movement movements moves moving ms msg much
multi multiline multipart multiple multiplicative multiply must mutation mutex mutual my myshopify n naive name named
names namespace narrow national native nature nbd near nearly need needed needs negative neighbour neither nested
nesting net network networks neutral never nevertheless new newer newest newness next nginx nick nickname nine no
nobody node nodes nonce none nonempty nonexistent nopaid nor normal normally nosniff not notably notadb notation note
noted notes nothing notice notices notification notifications notified notify notifying notpay now null nullif nulls
num number numbers numeric numerical oa oaid oauth obj object objects obs observe observed obsolete obtain obtained
obvious occasion occupied occur occurred occurrence occurs octet oddities of off offer offers official offline offset
often oid oids ok old older oldest omit omitted on once one ones ongoing online only onsale op opaque open opened
openid opening opens operand operands operate operating operation operations operator opposite optimal option optional
optionally options or order ordered orders ordinary org organisation orig origin original orphan os other others
otherwise our ours out outage outbox outcome outcomes outdated outer output outputs outside outstanding over overdue
overflow overhead overlap overlapping overload overloaded overridden override overseas oversold overwrite overwritten
own owned owner owners ownership owns pack package packaging packed packet packets packing packings packs padding page
pages pagination paging paid pair paired pairs panic paper paragraph parallel param parameter parameters parcel
parcels parent parenthesis parents parse parsed parser parses parsing part partial partially participant particular
partner parts party passed passes passing passive passphrase passw passwd password past paste pasted patch path paths
patience patient pattern pause paused pausing pay payable payer payerror paying payload payment payments payout
payouts paypal pays pbf pc pdd pdf peer pem pen pending per percent perfect perform performance performed performing
period periodic permalink permanent permanently permission permissions permit permits permitted person personal
persons pfx pg pgpassword phase phone physical pic pick picked pickup picture pictures pid piece pieces pin pinduoduo
ping pipe pipeline pivot pixel pkcs pkg place placed places plain plaintext plan planned plans platform platforms
plausible plpgsql plug plugin plus png point pointer points policy poll polling pool pop populated port portable
portion ports position positive possible possibly post postage postal postb postcode posted postgre postgres
postgresql posting potential potentially powered practice pragma pre precede preceding precise precision precondition
predicate predictable prefer preferred prefix prefixes premature prepare prepared prepares presale presence present
presentment preserve preserved press prevent prevented prevents preview previous previously price prices primary
primitive principal principle print printable printed printer printing prior priority privacy private pro probably
probe problem procedure proceed process processed processes processing processor processors prod produce produced
produces product production products profile profit program programs progress prohibited project projected promise
promised promises promote promotion promotions prompt proof prop proper properly properties property proposed props
protect protected protection protectionchoice proto protocol protocols prov proven proves provide provided provider
providers provides province provinces provision provisional proxied proxy psql pub public publish published publishes
pull purchase purchased purchases purge purpose push pushed put puts pwd qps qpsql qry qsqlite qt qty quality
quantities quantity quantum quarter queries query querying question questions queue queued queues quic quick quickly
quiet quietly quit quite quitsignals quota quote quoted quotes radar raise raised ramp random randomness range ranges
rank ranking rarely rate ratelimit rates rather rating ratio raw ray re reach reachable reached reaches reaching
reaction read readable reader readers reading readme readonly reads ready real realm reason reasons reattempt
reattempted reboot rebuild rebuilt rec recall rece receipt receipts receivable receive received receiver receivers
receives receiving recency recent recently recheck recipient recognise recognised recognize recognized recommended
recomputed reconnect reconnected record recorded recording records recover recovered recovering recovery recreate
recursive red redeems redirect redirected redirection redirects reduce reduced redundant reenter reference referenced
references referer referring refers refinements reflect refresh refreshed refreshing refund refunded refunding refunds
refusal refusals refuse refused refuses refusing regard regarding regenerate regenerated regex region regions register
registered registering registers registration regular reject rejected rejecting rejects related relation relations
relationship relative relatively relay release released releases releasing relevant reliable reload reloaded rels rely
remained remaining remains remark remedy remember remembered remembers reminder remote removal removed removes
removing rename renamed render renew renewal renewed renewing renews reopened reorder repair repaired repairs repeat
repeatable repeated repeatedly repeating repeats repetition replace replaced replaces replacing replay replica replies
reply report reported reporting reports repository represent representation represented reprint req request requested
requests require required requirement requirements requires requiring reread res resend resent reservations reserve
reserved reset resets resetting reside residual resize resolution resolve resolved resolves resolving resource
resources resp respect respectively responce respond responded responding response responses responsible resps rest
restart restarted restarting resting restock restocked restocks restore restored restores restoring restrict
restricted restriction restrictions result results resultset resultv resume resumed resumes retail retain retained
retention retired retirement retires retried retries retrieve retrieved retry retrying return returned returning
returns reuse reused reveal revealed revenue reverse revert reverted review revision revisions revisit revocation
revoke revoked revoking rewrite rewritten rfm rid riff right rights risk roas robust role roles rollback rolled
rollups root rotate rotated rotation rough rounded rounding route routelabel router routerjson routes routine routines
routing row rowid rows rsa rule rules run runs rx s safe safely safety said salable sale sales salt same saml sample
samples sandbox sanity satisfiable satisfied satisfy saturday save saved savepoint saving say says scale scan scanned
scanning scans scenario scene scenes scgo schedule scheduled scheduler schedules scheduling schema schemaname scheme
schemes scope scopes score scp scrap screenshots script scrm scroll scrypt sct sdk sealed search searched searching
searchorderinfo second secondary seconds secret secrets secure securely security see seed seek seem seems seen sees
segment segments select selected selecting selection selects self sell seller sellers selling sells semantic semantics
semicolon send sender senders sending sends sent separate separated separately separator seq sequence sequential
serial serialization serialize serialized serious server serves service serviceable services serving session
sessionkey sessions set
)"
    R"(
sets setter setting settings settle settled settlement setup seven seventeentrack several severe severity sf sfapi sha
shadow shall shape shapes share shared sharing sheet shelf shift shifted ship shipment shipments shippable shipped
shipper shippers shipping ships shm shop shopify shops short shortcuts shortcutsheet shorten shorter shortly should
show shown shows shrink shrinkage shrinks shut shutdown shuts sid side sides sig sign signal signals signature
signatures signcustomer signed significant signing signs silent similar similarly simple simplified simplify simply
simulate simulated simulatedshop simultaneous simultaneously since single site sites situation six size sk skip
skipped skipping skips sku skuid skus slash slc sleep slice slight slightly slip sloc slot slots slow slower slowly
slug slugs small smaller smallest smallint smart sms smtp snapshot snapshots snooze snoozed so social socket sockets
soft sold solution solve solved some somebody someone something sometimes somewhat somewhere soon sorry sort sortation
sorting sound sounds source sources span spare spec special specification specified specifies specify speed spelling
spend spending spent split spool spreadsheet spring spurious sq sql sqlite sqlstate squared src ssl sslmode st sta
stable stack staff stage staging stale stalled stamp stand standard standby standing stands start started starting
startup stat state stated statement states static stating station statistics status statuses stay stays std steadiness
steady steal step steps sticky still sto stock stocked stocking stolen stop stopped stops storage store stored stores
storing str strategy stray stream streams street strftime strict strictly string strings stripe strong structure
structured structures stub style sub subcode subdomain suberror subject submit submitted submsg subscribed
subscription subsequent subset substitute substr substring subsystem subtag subtotal subtract succ succeeded success
successful successfully such suddenly suffix suffixes suggest suggested suggests suitable sum summaries summary sums
sunday sunset supercargo supercargoaccountcheck superfluous supplied supplier suppliers supplies supply support
supported supposed suppress suppressed surely surrogate survive suspected suspend suspended suspends suspicious swap
switch switched switching symbol symbols sync synchronous syntactic syntactically syntax system systems t tab table
tablename tables tag tags tail take taken takes tampered taobao tar target targets tariff tariffs task tasks taught
tax taxes tcp team teapot technical tel telephone tell telling tells temp template temporal temporarily temporary ten
term terminal terminate terminated termination terms test tested testing testmode tests text texts than that the their
them theme themselves then there these they things third thirdparty thirty this those thousand thousands thread
threads three threshold thresholds throttle throttled throttles through throw thrown throws thu thumb thumbnail
thursday thus tick tid tidy ties tight tile tilecol tilematrix tilematrixset tilerow tiles time timed timeline timely
timeout timer timers times timestamp timestamps timezone timing tiny title titles tls tm tmall tms tnt to today
together toggle token tokenize tokens told tolerance tolerate tolerated too took tool top topup total totalpages
totals touch touched town trace traced traces track tracked tracker trackers tracking trackings tracks trade tradebill
trades traffic trail trailer trailing trans transaction transactions transfer transfers transform transformed
transient transit transition transitions translated translation transmission transmit transmitted transparent
transport trash traversal tray treat treated tree trees trend trial tried tries trigger triggered triggers trim
trimmed trip triple trouble troubled true truncate truncated trust trusted trusting truth try trying tsquery tsvector
tuesday tunnel tuple turn turnover turns twelve twenty twice two tx txn txt type typed typename types typical
typically typing udp ui uid unable unaccept unacceptable unaffected unallowed unanswered unauthenticated unauthorized
unavailable unbilled unblock unbound uncertain unchanged unclear unclosed uncompressed undefined under understood undo
undoes undone unencrypted unescaped unexpected unexpectedly unexplained unfulfillable unfulfilled unhandled unhealthy
unicode uniform unimplemented uninitialized unintended union unionpay unique uniquer unit units universal unixepoch
unknow unknown unless unlike unlikely unlimited unlink unlinked unlisted unlock unlockdialog unlocked unlocks
unmatched unmerged unmodified unnecessary unpack unpaid unparsable unprocessable unquoted unreachable unreadable
unrecognised unrecognized unreliable unresolved unresponsive unsafe unsettled unshipped unsigned unspecified unsplit
unstable unsuccessful unsupported unterminated until untold untrusted unusable unused unusual unverified unwanted
unwrap up upc update updated upgrade upgraded upload uploaded upper uppercase ups upstairs upstream uptime uri url
urlencoded urn us usable usage usd use used useful useless user username userpaying uses using usps usual usually utc
utf utility uuid v vacuum valid validate validated validating validation validator value valued values vanish vanished
variable variables variance variant variants variation variations variety various varnish vary vault ve vector
velocity vender vendor vendure verified verifies verify verifying version versioned versions versus via victim view
views violate violated violates violation violations virtual visibility visible visited vocab void voided voids volume
vs vulnerable waf wait waited waiting waits waived wake wal wall want wanted wants ware warehouse warehouses wares
warn warned warning warnings was wasn watched way waybill waybills ways we weak web webapi webhook webp wechat
wechatpay wednesday week weekday weekhour weekly weeks weighed weighs weight weights well went were weren wgs what
whatever wheel when whenever where whereas whereby wherein wherever whether which whichever whitelist whitespace who
whoever whole whom whose why widely wider width wild wildcard window windows wins wire wish with withdraw withdrawal
withdrawn within without wizard wizardmemory wmts won woo woocommerce word words work workaround workbook worker
workers working works workspace workspacelock world worry worse worst worth would wouldn wp wrap wrapped wrapper
wrappers write writes writing written wrong wrongly ws www x xact xff xlsx xml xss y year yes yesterday yet yield
yielded you your youzan yto yyyy z zero zeros zip zone zones zoom zpl zto
)";

/// Words and error codes with digits in them, as capitals.
const char kCodes[] = R"(
17TRACK A1000 A1001 A1002 A1003 A1004 A1005 A1006 A1007 A1008 A1009 A1010 A1011 A1099 ADDRESS1 ADDRESS2 APIV3 ARG0 B04
B1 BASE64 E02 E05 E404 E409 E413 E416 E418 GB18030 HTTP2 IPV4 IPV6 KUAIDI100 LINE1 LINE2 LISTV2 MD5 OAUTH1 OAUTH2
RESULTV2 RSA2 S0000 S0001 S01 S02 S200 S202 S203 S206 S207 S208 S210 S211 S212 S214 S221 SHA1 SHA256 SM3 STREET1
STREET2 T00 T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11 T1107 T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T30 T50 T97
T98 T99 TLS1 UTF8 V1 V2 V3 VALUE1 Z2014
)";

QSet<QString> wordsOf(const char* text)
{
  const QStringList words = QString::fromLatin1(text).simplified().split(u' ');
  return {words.begin(), words.end()};
}

} // namespace

const QSet<QString>& supportWords()
{
  static const QSet<QString> words = wordsOf(kWords);
  return words;
}

const QSet<QString>& supportCodes()
{
  static const QSet<QString> codes = wordsOf(kCodes);
  return codes;
}

} // namespace supercargo
