/* A PortAudio without a sound card: one virtual device, paced by the monotonic clock, that writes down what it plays.
 *
 * Loaded in place of libportaudio.so.2 by LD_LIBRARY_PATH. The device owns two periods, as a sound card does: at the
 * start of period k it asks for the block that leaves it during period k + 1. A block that comes after that moment is
 * late: the device has played silence meanwhile, and its clock goes on from there.
 *
 * Environment:
 *   VIRTUAL_DEVICE_LOG    file of the log, see struct log below; made by whoever reads it
 *   VIRTUAL_DEVICE_INPUT  bare 24 kHz mono s16 for the microphone, repeated without end; silence without it
 *   VIRTUAL_DEVICE_RATE   the rate in Hz that the device names as its own (48000)
 *   VIRTUAL_DEVICE_SPEED  how many times faster than real time its clock runs (1)
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The part of PortAudio's interface (version 19) that is served here; names and numbers are PortAudio's. */

enum { FLOAT32 = 1, INT32 = 2, INT16 = 8 };
enum { NO_ERROR = 0, INVALID_DEVICE = -9996, FORMAT_NOT_SUPPORTED = -9994, BAD_STREAM = -9988, STREAM_IS_STOPPED = -9983,
       STREAM_IS_NOT_STOPPED = -9982, OUTPUT_UNDERFLOWED = -9980 };
enum { OUTPUT_UNDERFLOW_FLAG = 4, ALSA = 8 };

typedef struct { int version; const char *name; int host, inputs, outputs;
                 double low_input_s, low_output_s, high_input_s, high_output_s, rate_hz; } DeviceInfo;
typedef struct { int version, type; const char *name; int devices, input, output; } HostInfo;
typedef struct { int device, channels; unsigned long format; double latency_s; void *host_specific; } Parameters;
typedef struct { double captured_at, now, leaves_at; } Times;
typedef struct { int version; double input_s, output_s, rate_hz; } StreamInfo;
typedef struct { int major, minor, sub; const char *revision, *text; } Version;
typedef struct { int type; long code; const char *text; } HostError;
typedef int Callback(const void *input, void *output, unsigned long frames, const Times *, unsigned long flags, void *);
typedef void Finished(void *);

/* The log: what left the device, as changes of the sample value. */

enum { OPENED = 1,  /* value: frames in a block; frame: the rate in Hz; detail: 1 output, 2 input, 3 both */
       STARTED,     /* the clock began */
       CHANGED,     /* value: the new sample, played from `frame` on, at `at_ns` */
       HANDED,      /* the first sound after silence was given to the device, at `at_ns` */
       LATE,        /* a block came late; value: by how many microseconds */
       OVERSLEPT,   /* the device itself woke too late to keep its clock; value: by how many microseconds */
       STOPPED,     /* frame: how many frames were played or captured */
       DROPPED };   /* value: frames of input that nobody read in time */

typedef struct { int64_t at_ns, frame; int32_t kind, value, stream, detail; } Record;
typedef struct { uint64_t capacity; _Atomic uint64_t count; Record records[]; } Log;

static Log *the_log;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;

static void write_down(int stream, int kind, int64_t at_ns, int64_t frame, int value, int detail)
{
    if (!the_log)
        return;
    pthread_mutex_lock(&log_lock);
    uint64_t place = atomic_load(&the_log->count);
    if (place < the_log->capacity) {
        the_log->records[place] = (Record){at_ns, frame, kind, value, stream, detail};
        atomic_store(&the_log->count, place + 1);
    }
    pthread_mutex_unlock(&log_lock);
}

static void *map_file(const char *variable, int flags, int protection, size_t *size)
{
    const char *path = getenv(variable);
    int file = path ? open(path, flags) : -1;
    struct stat about;
    if (file < 0 || fstat(file, &about) || !about.st_size)
        return NULL;
    void *mapped = mmap(NULL, about.st_size, protection, MAP_SHARED, file, 0);
    close(file);
    *size = about.st_size;
    return mapped == MAP_FAILED ? NULL : mapped;
}

/* Time. */

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void sleep_until(int64_t ns)
{
    struct timespec t = {ns / 1000000000LL, ns % 1000000000LL};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL))
        ;
}

static double number_from(const char *variable, double otherwise)
{
    const char *text = getenv(variable);
    return text && atof(text) > 0 ? atof(text) : otherwise;
}

/* Samples. */

static int size_of(unsigned long format)
{
    return format & (FLOAT32 | INT32) ? 4 : format & INT16 ? 2 : 0;
}

static int32_t sample_at(const void *block, unsigned long format, size_t index)
{
    if (format & FLOAT32)
        return (int32_t)lrintf(((const float *)block)[index] * 32768.0f);
    return format & INT16 ? ((const int16_t *)block)[index] : ((const int32_t *)block)[index] >> 16;
}

static void put_sample(void *block, unsigned long format, size_t index, int16_t value)
{
    if (format & FLOAT32)
        ((float *)block)[index] = value / 32768.0f;
    else if (format & INT16)
        ((int16_t *)block)[index] = value;
    else
        ((int32_t *)block)[index] = value * 65536;
}

static const int16_t *speech;
static size_t speech_frames;

static int16_t speech_at(int64_t frame, double rate_hz)
{
    if (!speech)
        return 0;
    double place = fmod(frame * 24000.0 / rate_hz, (double)speech_frames);
    size_t left = (size_t)place, right = left + 1 < speech_frames ? left + 1 : 0;
    return (int16_t)lrint(speech[left] + (speech[right] - speech[left]) * (place - left));
}

/* Streams. A ring holds what passes between the device's thread and blocking calls. */

typedef struct { char *bytes; size_t frame_bytes, capacity, first, filled; } Ring;

typedef struct {
    int number;
    Parameters input, output;
    double rate_hz;
    unsigned long block;
    Callback *callback;
    Finished *finished;
    void *user;
    StreamInfo info;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t moved;
    Ring to_device, from_device;
    atomic_int started, stopping, active;
    int underflowed, was_silent_handed;
    int32_t last_value;
    int64_t played, captured;
} Stream;

static Ring make_ring(const Parameters *side, size_t frames)
{
    size_t bytes = (size_t)side->channels * size_of(side->format);
    return (Ring){bytes ? calloc(frames, bytes) : NULL, bytes, frames, 0, 0};
}

static size_t move_in(Ring *ring, const char *from, size_t frames)
{
    size_t moved = 0;
    for (; moved < frames && ring->filled < ring->capacity; moved++, ring->filled++)
        memcpy(ring->bytes + (ring->first + ring->filled) % ring->capacity * ring->frame_bytes,
               from + moved * ring->frame_bytes, ring->frame_bytes);
    return moved;
}

static size_t move_out(Ring *ring, char *to, size_t frames)
{
    size_t moved = 0;
    for (; moved < frames && ring->filled; moved++, ring->filled--) {
        memcpy(to + moved * ring->frame_bytes, ring->bytes + ring->first * ring->frame_bytes, ring->frame_bytes);
        ring->first = (ring->first + 1) % ring->capacity;
    }
    return moved;
}

static int holds_sound(const Stream *s, const void *block, size_t frames)
{
    for (size_t i = 0; i < frames; i++)
        if (sample_at(block, s->output.format, i * s->output.channels))
            return 1;
    return 0;
}

/* Note when sound is given to the device after a block without any. */
static void note_handed(Stream *s, const void *block, size_t frames, int64_t at_ns)
{
    int silent = !holds_sound(s, block, frames);
    if (!silent && s->was_silent_handed)
        write_down(s->number, HANDED, at_ns, s->played, 0, 0);
    s->was_silent_handed = silent;
}

static void play_value(Stream *s, int32_t value, int64_t at_ns)
{
    if (value != s->last_value)
        write_down(s->number, CHANGED, at_ns, s->played, value, 0);
    s->last_value = value;
}

static void play(Stream *s, const void *block, int64_t leaves_ns, double frame_ns)
{
    for (size_t i = 0; i < s->block; i++, s->played++)
        play_value(s, sample_at(block, s->output.format, i * s->output.channels), leaves_ns + (int64_t)(i * frame_ns));
}

static void capture(Stream *s, void *block)
{
    for (size_t i = 0; i < s->block; i++, s->captured++)
        for (int channel = 0; channel < s->input.channels; channel++)
            put_sample(block, s->input.format, i * s->input.channels + channel, speech_at(s->captured, s->rate_hz));
}

/* Exchange one block with a blocking caller; what is missing is silence. */
static void exchange(Stream *s, const void *captured, void *to_play)
{
    pthread_mutex_lock(&s->lock);
    if (s->output.channels)
        s->underflowed |= move_out(&s->to_device, to_play, s->block) < s->block;
    if (s->input.channels) {
        size_t kept = move_in(&s->from_device, captured, s->block);
        if (kept < s->block)
            write_down(s->number, DROPPED, now_ns(), s->captured, (int)(s->block - kept), 0);
    }
    pthread_cond_broadcast(&s->moved);
    pthread_mutex_unlock(&s->lock);
}

static int ask(Stream *s, const void *captured, void *to_play, int64_t due_ns, double period_ns)
{
    Times times = {(due_ns - period_ns) / 1e9, due_ns / 1e9, (due_ns + period_ns) / 1e9};
    unsigned long flags = s->underflowed ? OUTPUT_UNDERFLOW_FLAG : 0;
    s->underflowed = 0;
    return s->callback(s->input.channels ? captured : NULL, s->output.channels ? to_play : NULL, s->block, &times, flags,
                       s->user);
}

static void prefer_real_time(void)
{
    struct sched_param wish = {.sched_priority = 50};
    pthread_setschedparam(pthread_self(), SCHED_FIFO, &wish); /* without the right to it things go on as they are */
}

static void *run(void *argument)
{
    Stream *s = argument;
    prefer_real_time();
    char *captured = calloc(s->block, 4 * (size_t)(s->input.channels + 1));
    char *to_play = calloc(s->block, 4 * (size_t)(s->output.channels + 1));
    double speed = number_from("VIRTUAL_DEVICE_SPEED", 1), frame_ns = 1e9 / s->rate_hz / speed;
    double period_ns = frame_ns * s->block, due = now_ns() + period_ns;
    int over = 0;
    write_down(s->number, STARTED, (int64_t)due, s->played, 0, 0);
    for (; !over; due += period_ns) {
        sleep_until((int64_t)due);
        if (s->stopping)
            break;
        double awake = now_ns();
        if (awake > due + period_ns) { /* the fault of the machine, not of the program: the clock waits for it */
            write_down(s->number, OVERSLEPT, (int64_t)awake, s->played, (int)((awake - due) / 1000), 0);
            due = awake;
        }
        capture(s, captured);
        memset(to_play, 0, s->block * 4 * (size_t)(s->output.channels + 1));
        if (s->callback)
            over = ask(s, captured, to_play, (int64_t)due, period_ns);
        else
            exchange(s, captured, to_play);
        double handed = now_ns(), leaves = due + period_ns;
        if (handed > leaves) {
            write_down(s->number, LATE, (int64_t)handed, s->played, (int)((handed - leaves) / 1000), 0);
            play_value(s, 0, (int64_t)leaves);
            s->played += (int64_t)((handed - leaves) / frame_ns);
            due += handed - leaves;
            leaves = handed;
            s->underflowed = 1;
        }
        if (s->output.channels) {
            if (s->callback)
                note_handed(s, to_play, s->block, (int64_t)handed);
            play(s, to_play, (int64_t)leaves, frame_ns);
        }
    }
    if (s->output.channels) /* what was handed over last plays out; then there is silence */
        play_value(s, 0, s->stopping ? now_ns() : (int64_t)(due + period_ns));
    write_down(s->number, STOPPED, now_ns(), s->output.channels ? s->played : s->captured, 0, 0);
    pthread_mutex_lock(&s->lock);
    s->active = 0;
    pthread_cond_broadcast(&s->moved);
    pthread_mutex_unlock(&s->lock);
    if (over && s->finished)
        s->finished(s->user);
    free(captured);
    free(to_play);
    return NULL;
}

/* PortAudio's functions: streams. */

static int next_number;

int Pa_IsFormatSupported(const Parameters *input, const Parameters *output, double rate_hz)
{
    if ((input && input->device) || (output && output->device))
        return INVALID_DEVICE;
    int known = (!input || size_of(input->format)) && (!output || size_of(output->format)) && rate_hz >= 8000;
    return known ? NO_ERROR : FORMAT_NOT_SUPPORTED;
}

int Pa_OpenStream(Stream **made, const Parameters *input, const Parameters *output, double rate_hz, unsigned long block,
                  unsigned long flags, Callback *callback, void *user)
{
    (void)flags;
    int error = Pa_IsFormatSupported(input, output, rate_hz);
    if (error)
        return error;
    Stream *s = calloc(1, sizeof *s);
    s->number = next_number++;
    s->input = input ? *input : (Parameters){0};
    s->output = output ? *output : (Parameters){0};
    s->rate_hz = rate_hz;
    s->block = block && (callback || block <= rate_hz / 50) ? block : (unsigned long)(rate_hz / 100);
    s->callback = callback;
    s->user = user;
    s->was_silent_handed = 1;
    double two_periods_s = 2.0 * s->block / rate_hz;
    double output_s = callback ? two_periods_s : fmax(s->output.latency_s, two_periods_s);
    s->info = (StreamInfo){1, two_periods_s, output_s, rate_hz};
    s->to_device = make_ring(&s->output, (size_t)(output_s * rate_hz));
    s->from_device = make_ring(&s->input, (size_t)(2 * rate_hz));
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->moved, NULL);
    write_down(s->number, OPENED, now_ns(), (int64_t)rate_hz, (int)s->block, (output ? 1 : 0) + (input ? 2 : 0));
    *made = s;
    return NO_ERROR;
}

int Pa_OpenDefaultStream(Stream **made, int inputs, int outputs, unsigned long format, double rate_hz, unsigned long block,
                         Callback *callback, void *user)
{
    Parameters input = {0, inputs, format, 0, NULL}, output = {0, outputs, format, 0, NULL};
    return Pa_OpenStream(made, inputs ? &input : NULL, outputs ? &output : NULL, rate_hz, block, 0, callback, user);
}

int Pa_SetStreamFinishedCallback(Stream *s, Finished *finished)
{
    if (!s)
        return BAD_STREAM;
    s->finished = finished;
    return NO_ERROR;
}

int Pa_StartStream(Stream *s)
{
    if (!s)
        return BAD_STREAM;
    if (s->started)
        return STREAM_IS_NOT_STOPPED;
    s->stopping = 0;
    s->started = s->active = 1;
    return pthread_create(&s->thread, NULL, run, s) ? INVALID_DEVICE : NO_ERROR;
}

int Pa_AbortStream(Stream *s)
{
    if (!s)
        return BAD_STREAM;
    if (!s->started)
        return STREAM_IS_STOPPED;
    int was_active = s->active;
    s->stopping = 1;
    pthread_join(s->thread, NULL);
    s->to_device.filled = s->from_device.filled = 0;
    s->started = s->active = 0;
    if (was_active && s->finished)
        s->finished(s->user);
    return NO_ERROR;
}

int Pa_StopStream(Stream *s)
{
    if (!s)
        return BAD_STREAM;
    if (!s->started)
        return STREAM_IS_STOPPED;
    pthread_mutex_lock(&s->lock);
    while (!s->callback && s->output.channels && s->to_device.filled && s->active)
        pthread_cond_wait(&s->moved, &s->lock);
    pthread_mutex_unlock(&s->lock);
    int64_t played_out = now_ns() + (int64_t)(2e9 * s->block / s->rate_hz / number_from("VIRTUAL_DEVICE_SPEED", 1));
    if (s->active && s->output.channels)
        sleep_until(played_out);
    return Pa_AbortStream(s);
}

int Pa_CloseStream(Stream *s)
{
    if (!s)
        return BAD_STREAM;
    if (s->started)
        Pa_AbortStream(s);
    free(s->to_device.bytes);
    free(s->from_device.bytes);
    s->to_device.bytes = s->from_device.bytes = NULL; /* the stream itself stays: callers may still ask it whether it runs */
    return NO_ERROR;
}

int Pa_IsStreamStopped(Stream *s) { return s ? !s->started : BAD_STREAM; }
int Pa_IsStreamActive(Stream *s) { return s ? s->active : BAD_STREAM; }
const StreamInfo *Pa_GetStreamInfo(Stream *s) { return &s->info; }
double Pa_GetStreamTime(Stream *s) { (void)s; return now_ns() / 1e9; }
double Pa_GetStreamCpuLoad(Stream *s) { (void)s; return 0; }
long Pa_GetStreamReadAvailable(Stream *s) { return (long)s->from_device.filled; }
long Pa_GetStreamWriteAvailable(Stream *s) { return (long)(s->to_device.capacity - s->to_device.filled); }

int Pa_WriteStream(Stream *s, const char *frames, unsigned long count)
{
    if (!s->active)
        return STREAM_IS_STOPPED;
    note_handed(s, frames, count, now_ns());
    pthread_mutex_lock(&s->lock);
    int underflowed = s->underflowed;
    s->underflowed = 0;
    for (size_t moved = 0; s->active;) {
        moved += move_in(&s->to_device, frames + moved * s->to_device.frame_bytes, count - moved);
        if (moved == count)
            break;
        pthread_cond_wait(&s->moved, &s->lock);
    }
    pthread_mutex_unlock(&s->lock);
    return underflowed ? OUTPUT_UNDERFLOWED : NO_ERROR;
}

int Pa_ReadStream(Stream *s, char *frames, unsigned long count)
{
    pthread_mutex_lock(&s->lock);
    for (size_t moved = 0; s->active;) {
        moved += move_out(&s->from_device, frames + moved * s->from_device.frame_bytes, count - moved);
        if (moved == count)
            break;
        pthread_cond_wait(&s->moved, &s->lock);
    }
    pthread_mutex_unlock(&s->lock);
    return NO_ERROR;
}

/* PortAudio's functions: what there is. */

static DeviceInfo device = {2, "Virtual device", 0, 2, 2, 0.0087, 0.0087, 0.0348, 0.0348, 48000};
static HostInfo host = {1, ALSA, "ALSA", 1, 0, 0};
static Version version = {19, 7, 0, "", "PortAudio V19.7.0, virtual device"};
static HostError host_error = {ALSA, 0, ""};

int Pa_Initialize(void)
{
    size_t size = 0;
    if (!the_log && (the_log = map_file("VIRTUAL_DEVICE_LOG", O_RDWR, PROT_READ | PROT_WRITE, &size)))
        the_log->capacity = (size - sizeof(Log)) / sizeof(Record);
    if (!speech && (speech = map_file("VIRTUAL_DEVICE_INPUT", O_RDONLY, PROT_READ, &size)))
        speech_frames = size / 2;
    device.rate_hz = number_from("VIRTUAL_DEVICE_RATE", 48000);
    return NO_ERROR;
}

int Pa_Terminate(void) { return NO_ERROR; }
int Pa_GetVersion(void) { return 19 << 16 | 7 << 8; }
const char *Pa_GetVersionText(void) { return version.text; }
const Version *Pa_GetVersionInfo(void) { return &version; }
const char *Pa_GetErrorText(int error) { return error ? "refused by the virtual device" : "Success"; }
int Pa_GetHostApiCount(void) { return 1; }
int Pa_GetDefaultHostApi(void) { return 0; }
const HostInfo *Pa_GetHostApiInfo(int index) { return index ? NULL : &host; }
int Pa_HostApiTypeIdToHostApiIndex(int type) { return type == ALSA ? 0 : INVALID_DEVICE; }
int Pa_HostApiDeviceIndexToDeviceIndex(int api, int index) { return api || index ? INVALID_DEVICE : 0; }
const HostError *Pa_GetLastHostErrorInfo(void) { return &host_error; }
int Pa_GetDeviceCount(void) { return 1; }
int Pa_GetDefaultInputDevice(void) { return 0; }
int Pa_GetDefaultOutputDevice(void) { return 0; }
const DeviceInfo *Pa_GetDeviceInfo(int index) { return index ? NULL : &device; }
int Pa_GetSampleSize(unsigned long format) { return size_of(format) ? size_of(format) : FORMAT_NOT_SUPPORTED; }
void Pa_Sleep(long ms) { usleep((useconds_t)ms * 1000); }
