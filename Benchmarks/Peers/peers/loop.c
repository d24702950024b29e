// The benchmark law written by hand, for nothing but this law: the limit that a general engine is held against.
//
//   loop FILE.csv [REPEATS]    totals and times as JSON; the computing is done REPEATS times, the least time told
//
// A citizen's days are cut where something can change (her facts, birthdays, 22 weeks of sickness); a stretch in one group is
// closed in one step, its interviews counted by division. Times are of the processor, not of the wall.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

enum { FROM = 19358, UNTIL = 21184, GROUPS = 13 };  // 2023-01-01, 2028-01-01
enum { BORN, EMPLOYED, INSURED, SEEKS, SICK, CAPACITY, NEEDS, QUALIFIED, MEANS, TIME, FACTS };
enum { FULL, UNCLEAR, REDUCED, NO_CAPACITY };
enum { NOTHING, COMBINED, RETRAINING };
enum { A_KASSE_HOUR = 48000, MUNICIPALITY_HOUR = 50000, STATE_HOUR = 45000 };  // øre
enum { A_KASSE, JOB_TEAM, ACTIVITY, YOUTH, SICKNESS, CLARIFICATION, FLEKSJOB, PENSION };

typedef struct { int32_t day; int16_t fact; int32_t value; } Change;
typedef struct { int64_t days[GROUPS + 1], interviews[GROUPS + 1], cost[GROUPS + 1], hand_overs, instants; } Totals;

static const int unit_of[GROUPS + 1] = {-1, A_KASSE, JOB_TEAM, ACTIVITY, YOUTH, YOUTH, SICKNESS, CLARIFICATION, CLARIFICATION,
                                        FLEKSJOB, CLARIFICATION, PENSION, JOB_TEAM, YOUTH};
static const int week_interval[GROUPS + 1] = {0, 28, 28, 0, 0, 0, 56, 42, 42, 0, 0, 0, 0, 0};
static const int month_interval[GROUPS + 1] = {0, 0, 0, 3, 2, 3, 0, 0, 0, 6, 3, 6, 0, 1};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

// --- the calendar, by eras of 400 years

static int32_t day_number(int y, int m, int d) {
  y -= m <= 2;
  int era = y / 400, yoe = y - era * 400;
  int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static void parts(int32_t day, int *y, int *m, int *d) {
  int32_t z = day + 719468, era = z / 146097, doe = z - era * 146097;
  int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  *d = doy - (153 * mp + 2) / 5 + 1;
  *m = mp < 10 ? mp + 3 : mp - 9;
  *y = yoe + era * 400 + (*m <= 2);
}

static int month_length(int y, int m) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return m == 2 && (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) ? 29 : lengths[m - 1];
}

// A month that lacks the day ends the addition on its last day.
static int32_t add_months(int32_t day, int months) {
  int y, m, d;
  parts(day, &y, &m, &d);
  int total = y * 12 + m - 1 + months;
  y = total / 12;
  m = total % 12 + 1;
  int length = month_length(y, m);
  return day_number(y, m, d < length ? d : length);
}

// --- the law

static int group_of(const int32_t *f, int32_t today, int32_t sick_since, const int32_t *birthdays) {
  int out_of_work = f[SEEKS] && !f[EMPLOYED];
  if (today >= birthdays[2]) return 0;
  if (today < birthdays[0]) return out_of_work ? 13 : 0;
  if (f[CAPACITY] == NO_CAPACITY) return 11;
  if (f[CAPACITY] == REDUCED) return 9;
  if (f[NEEDS] == COMBINED) return 8;
  if (f[NEEDS] == RETRAINING) return 10;
  if (f[SICK]) return today >= sick_since + 154 ? 7 : 6;
  if (!out_of_work) return 0;
  if (f[INSURED]) return 1;
  if (f[MEANS]) return 12;
  if (today >= birthdays[1] || f[QUALIFIED]) return f[TIME] <= 91 ? 2 : 3;
  return f[TIME] <= 364 ? 4 : 5;
}

// Closes a stretch [from, until) in one group. Returns the unit that held the case on its last day.
static int close_stretch(Totals *t, int group, int32_t from, int32_t until) {
  if (group == 0) return -1;
  t->days[group] += until - from;
  int unit = unit_of[group], last = until - 1 - from;
  int32_t handed = INT32_MAX;
  if (group == 1) {
    handed = add_months(from, 3);
    if (handed < until) {
      unit = JOB_TEAM;
      t->hand_overs++;
    }
  }
  int64_t hour = unit_of[group] == A_KASSE ? A_KASSE_HOUR : group == 11 ? STATE_HOUR : MUNICIPALITY_HOUR;
  if (group <= 5 && last >= 7) {
    t->interviews[group]++;
    t->cost[group] += hour * 3 / 2;
  }
  if (week_interval[group]) {
    int count = last / week_interval[group], early = count;
    if (handed < until) early = (handed - 1 - from) / week_interval[group];
    t->interviews[group] += count;
    t->cost[group] += early * hour + (count - early) * (int64_t)MUNICIPALITY_HOUR;
  } else if (month_interval[group]) {
    int count = 0;
    for (int k = month_interval[group]; add_months(from, k) < until; k += month_interval[group]) count++;
    t->interviews[group] += count;
    t->cost[group] += count * hour;
  }
  return unit;
}

static void replay(Totals *t, const Change *change, const Change *end) {
  int32_t f[FACTS] = {0}, sick_since = FROM, birthdays[3], today = FROM, since = FROM;
  int group = 0;
  for (const Change *c = change; c < end && c->day == FROM; c++) f[c->fact] = c->value;
  static const int ages[3] = {18, 30, 67};
  for (int i = 0; i < 3; i++) birthdays[i] = add_months(f[BORN], 12 * ages[i]);
  while (change < end && change->day == FROM) change++;
  for (;;) {
    t->instants++;
    int next_group = group_of(f, today, sick_since, birthdays);
    if (next_group != group) {
      int unit = close_stretch(t, group, since, today);
      if (group && next_group && unit != unit_of[next_group]) t->hand_overs++;
      group = next_group;
      since = today;
    }
    int32_t next = change < end ? change->day : UNTIL;
    for (int i = 0; i < 3; i++)
      if (birthdays[i] > today && birthdays[i] < next) next = birthdays[i];
    if (f[SICK] && sick_since + 154 > today && sick_since + 154 < next) next = sick_since + 154;
    if (next >= UNTIL) break;
    today = next;
    for (; change < end && change->day == today; change++) {
      if (change->fact == SICK && change->value && !f[SICK]) sick_since = today;
      f[change->fact] = change->value;
    }
  }
  close_stretch(t, group, since, UNTIL);
}

// --- the file: rows of a citizen follow one another, days ascending

static int32_t read_day(const char *p) {
  return day_number((p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + p[3] - '0', (p[5] - '0') * 10 + p[6] - '0',
                    (p[8] - '0') * 10 + p[9] - '0');
}

static int fact_called(const char *p) {
  switch (p[0]) {
    case 'b': return BORN;
    case 'e': return EMPLOYED;
    case 'i': return INSURED;
    case 's': return p[1] == 'e' ? SEEKS : SICK;
    case 'c': return CAPACITY;
    case 'n': return NEEDS;
    case 'q': return QUALIFIED;
    case 'h': return MEANS;
    default: return TIME;
  }
}

static int32_t value_of(int fact, const char *p) {
  switch (fact) {
    case BORN: return read_day(p);
    case CAPACITY: return p[0] == 'f' ? FULL : p[0] == 'u' ? UNCLEAR : p[0] == 'l' ? REDUCED : NO_CAPACITY;
    case NEEDS: return p[0] == 'n' ? NOTHING : p[0] == 'c' ? COMBINED : RETRAINING;
    case TIME: return 7 * atoi(p);
    default: return p[0] == 't';
  }
}

int main(int argc, char **argv) {
  int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
  struct stat status;
  if (file < 0 || fstat(file, &status)) {
    fprintf(stderr, "loop: give a file of citizens\n");
    return 2;
  }
  int repeats = argc > 2 ? atoi(argv[2]) : 1;
  double start = now();
  const char *text = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE, file, 0), *p = text, *stop = text + status.st_size;
  size_t rows = 0, room = 1 << 16, citizens = 0, places = 1 << 12;
  Change *changes = malloc(room * sizeof *changes);
  size_t *first = malloc(places * sizeof *first);
  int64_t before = -1;
  p = (const char *)memchr(p, '\n', stop - p) + 1;
  while (p < stop) {
    int64_t citizen = 0;
    while (*p != ',') citizen = citizen * 10 + *p++ - '0';
    if (citizen != before) {
      if (citizens + 2 > places) first = realloc(first, (places *= 2) * sizeof *first);
      first[citizens++] = rows;
      before = citizen;
    }
    if (rows == room) changes = realloc(changes, (room *= 2) * sizeof *changes);
    Change *c = &changes[rows++];
    c->day = read_day(p + 1);
    p += 12;
    c->fact = fact_called(p);
    p = (const char *)memchr(p, ',', stop - p) + 1;
    c->value = value_of(c->fact, p);
    p = (const char *)memchr(p, '\n', stop - p) + 1;
  }
  first[citizens] = rows;
  double reading = now() - start, computing = 1e30;
  Totals t;
  for (int i = 0; i < repeats; i++) {
    memset(&t, 0, sizeof t);
    start = now();
    for (size_t n = 0; n < citizens; n++) replay(&t, changes + first[n], changes + first[n + 1]);
    double took = now() - start;
    if (took < computing) computing = took;
  }
  printf("{\"citizens\": %zu, \"rows\": %zu, \"bytes\": %lld, \"instants\": %lld, \"hand_overs\": %lld", citizens, rows,
         (long long)status.st_size, (long long)t.instants, (long long)t.hand_overs);
  const int64_t *lists[] = {t.days, t.interviews, t.cost};
  static const char *names[] = {"days", "interviews", "cost"};
  for (int i = 0; i < 3; i++) {
    printf(", \"%s\": [", names[i]);
    for (int g = 1; g <= GROUPS; g++) printf("%lld%s", (long long)lists[i][g], g < GROUPS ? ", " : "]");
  }
  printf(", \"reading\": %.6f, \"computing\": %.6f}\n", reading, computing);
  return 0;
}
