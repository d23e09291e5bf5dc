using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Terjaga.Evidence.Store;

/// <summary>Makes the names in a folder outlive a loss of power; .NET flushes files only.</summary>
/// <remarks>fsync(2): that a file is on the disk does not mean that the entry of its folder is. Windows keeps both together.</remarks>
internal static class FolderSync
{
    /// <summary>Read only, as <c>fcntl.h</c> of Linux and of macOS has it.</summary>
    private const int ReadOnly = 0;

    /// <summary>Whether all of a file system can be asked for at once: syncfs(2) is of Linux.</summary>
    public static bool CanFlushAll => OperatingSystem.IsLinux();

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsWindows())
            Flush(folder, Sync);
    }

    /// <summary>All that was written to the file system on which the folder is, contents and names.</summary>
    public static void FlushAll(string folder) => Flush(folder, SyncAll);

    private static void Flush(string folder, Func<int, int> sync)
    {
        var handle = Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (handle < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        try
        {
            if (sync(handle) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static extern int SyncAll(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
